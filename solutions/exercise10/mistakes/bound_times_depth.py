"""You multiply 0.25 by the depth. Each layer multiplies by 0.25 once more: 0.25 ** depth.

0.25에 층수를 곱했습니다. 층마다 0.25가 한 번씩 더 곱해집니다: 0.25 ** depth.
"""

FAILS = "test_bound_of_any_depth"


def bound(depth):
    return 0.25 * depth
