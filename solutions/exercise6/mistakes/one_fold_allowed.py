"""You refuse k > n, but accept k = 1, where the only fold tests all rows and nothing is left to
train with. The smallest k is 2.

k > n은 거부하지만 k = 1은 받아들입니다. 그러면 하나뿐인 폴드가 모든 행을 테스트하고 학습할 행이
남지 않습니다. k는 2 이상이어야 합니다.
"""

FAILS = "test_impossible_numbers_of_folds"

_folds = kfold_indices


def kfold_indices(n, k, rng=None):
    if k == 1:
        rows = np.arange(n) if rng is None else rng.permutation(n)
        return [(rows[:0], rows)]
    return _folds(n, k, rng)
