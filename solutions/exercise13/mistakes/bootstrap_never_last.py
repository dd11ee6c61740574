"""The last row is never drawn: rng.integers leaves out its upper end, so that end is n, not n - 1.

마지막 행이 한 번도 뽑히지 않습니다. rng.integers는 위쪽 끝을 포함하지 않으므로 n - 1이 아니라 n을 주어야 합니다.
"""

FAILS = "test_every_row_can_be_drawn"


def bootstrap(n, rng):
    return rng.integers(0, n - 1, size=n)
