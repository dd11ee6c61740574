"""You refuse k = n. That is allowed: each fold tests one row, and it is called leaving one out.
Refuse only k > n.

k = n을 거부했습니다. 이것은 허용됩니다. 폴드마다 한 행을 테스트하는 하나 빼기(leave-one-out)
방법입니다. k > n만 거부하세요.
"""

FAILS = "test_as_many_folds_as_rows"

_folds = kfold_indices


def kfold_indices(n, k, rng=None):
    if k >= n:
        raise ValueError("k must be less than n")
    return _folds(n, k, rng)
