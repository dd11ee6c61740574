"""You do not check k. With k = 1 nothing is left to train with, and with k > n some folds are
empty: raise a ValueError for k < 2 and for k > n.

k를 확인하지 않았습니다. k = 1이면 학습할 행이 남지 않고, k > n이면 빈 폴드가 생깁니다. k < 2일
때와 k > n일 때 ValueError를 발생시키세요.
"""

FAILS = "test_impossible_numbers_of_folds"


def kfold_indices(n, k, rng=None):
    rows = np.arange(n) if rng is None else rng.permutation(n)
    folds = []
    start = 0
    for i in range(k):
        stop = start + n // k + (i < n % k)
        folds.append((np.concatenate([rows[:start], rows[stop:]]), rows[start:stop]))
        start = stop
    return folds
