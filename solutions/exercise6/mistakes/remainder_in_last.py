"""You put all the rows that are left over into the last fold: 29 rows in 5 folds make 5, 5, 5, 5,
9. Spread them, one for each of the first n % k folds: 6, 6, 6, 6, 5.

남은 행을 모두 마지막 폴드에 넣어서 29행을 5개로 나누면 5, 5, 5, 5, 9가 됩니다. 앞의 n % k개 폴드에
한 행씩 나누어 6, 6, 6, 6, 5로 만드세요.
"""

FAILS = "test_sizes_of_the_folds"


def kfold_indices(n, k, rng=None):
    if k < 2 or k > n:
        raise ValueError("k must be between 2 and n")
    rows = np.arange(n) if rng is None else rng.permutation(n)
    size = n // k
    folds = []
    for i in range(k):
        start = i * size
        stop = n if i == k - 1 else start + size
        folds.append((np.concatenate([rows[:start], rows[stop:]]), rows[start:stop]))
    return folds
