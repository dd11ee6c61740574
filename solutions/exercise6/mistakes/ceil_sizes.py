"""You round n / k up for every fold, so the last fold gets what remains, much less or nothing: 10
rows in 3 folds make 4, 4, 2. Only the first n % k folds have one row more than n // k.

모든 폴드에서 n / k를 올림하여 마지막 폴드에 훨씬 적게 남거나 아무것도 남지 않습니다. 10행을 3개로
나누면 4, 4, 2가 됩니다. n // k보다 한 행 많은 것은 앞의 n % k개 폴드뿐입니다.
"""

FAILS = "test_sizes_of_the_folds"


def kfold_indices(n, k, rng=None):
    if k < 2 or k > n:
        raise ValueError("k must be between 2 and n")
    rows = np.arange(n) if rng is None else rng.permutation(n)
    size = -(-n // k)
    folds = []
    for i in range(k):
        start, stop = i * size, (i + 1) * size
        folds.append((np.concatenate([rows[:start], rows[stop:]]), rows[start:stop]))
    return folds
