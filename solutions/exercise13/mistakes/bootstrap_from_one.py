"""You draw row numbers from 1 to n. Rows are numbered from 0 to n - 1.

행 번호를 1부터 n까지 뽑습니다. 행 번호는 0부터 n - 1까지입니다.
"""

FAILS = "test_bootstrap_draws_from_rng"


def bootstrap(n, rng):
    return rng.integers(1, n + 1, size=n)
