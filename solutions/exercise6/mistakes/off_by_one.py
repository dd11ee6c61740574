"""Your folds are one row short: a slice [start:stop] ends before stop, so stop is not the last row
of the fold but the one after it. Do not subtract 1.

폴드마다 한 행이 모자랍니다. 슬라이스 [start:stop]은 stop 바로 앞에서 끝나므로 stop은 폴드의 마지막
행이 아니라 그다음 행입니다. 1을 빼지 마세요.
"""

FAILS = "test_every_row_is_tested_once"


def kfold_indices(n, k, rng=None):
    if k < 2 or k > n:
        raise ValueError("k must be between 2 and n")
    rows = np.arange(n) if rng is None else rng.permutation(n)
    folds = []
    start = 0
    for i in range(k):
        stop = start + n // k + (i < n % k)
        test = rows[start : stop - 1]
        folds.append((np.concatenate([rows[:start], rows[stop - 1 :]]), test))
        start = stop
    return folds
