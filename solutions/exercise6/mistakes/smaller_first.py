"""Your sizes are right, but the larger folds come last: 10 rows in 3 folds make 3, 3, 4. The first
n % k folds get the extra row: 4, 3, 3.

크기는 맞지만 큰 폴드가 뒤에 있습니다. 10행을 3개로 나누면 3, 3, 4가 됩니다. 앞의 n % k개 폴드에 한
행을 더 넣어 4, 3, 3으로 만드세요.
"""

FAILS = "test_sizes_of_the_folds"


def kfold_indices(n, k, rng=None):
    if k < 2 or k > n:
        raise ValueError("k must be between 2 and n")
    rows = np.arange(n) if rng is None else rng.permutation(n)
    folds = []
    start = 0
    for i in range(k):
        stop = start + n // k + (i >= k - n % k)
        folds.append((np.concatenate([rows[:start], rows[stop:]]), rows[start:stop]))
        start = stop
    return folds
