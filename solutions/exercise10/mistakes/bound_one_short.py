"""You count one layer too few. bound(1) is 0.25 and bound(0) is 1.

층을 하나 적게 세었습니다. bound(1)은 0.25, bound(0)은 1입니다.
"""

FAILS = "test_bound_of_any_depth"


def bound(depth):
    return 0.25 ** (depth - 1)
