"""Your folds are lists of numbers. Make arrays of them, np.array(rows): X[rows] needs an array of
integers.

폴드가 수의 리스트입니다. np.array(rows)로 배열을 만드세요. X[rows]에는 정수 배열이 필요합니다.
"""

FAILS = "test_every_row_is_tested_once"

_folds = kfold_indices


def kfold_indices(n, k, rng=None):
    return [(train.tolist(), test.tolist()) for train, test in _folds(n, k, rng)]
