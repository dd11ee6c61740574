"""All k pairs are the same fold: start never moves on. After each round set start to stop.

k개의 쌍이 모두 같은 폴드입니다. start가 움직이지 않습니다. 매번 끝에서 start를 stop으로 바꾸세요.
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
        folds.append((np.concatenate([rows[:start], rows[stop:]]), rows[start:stop]))
    return folds
