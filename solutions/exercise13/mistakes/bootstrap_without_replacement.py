"""You draw without replacement, so every row is in the sample exactly once. Each draw must be able
to give any row again.

비복원 추출을 해서 모든 행이 정확히 한 번씩 나옵니다. 뽑을 때마다 모든 행이 다시 나올 수 있어야 합니다.
"""

FAILS = "test_bootstrap_share"


def bootstrap(n, rng):
    return rng.permutation(n)
