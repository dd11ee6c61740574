"""With an rng your test rows are shuffled, but train is made of positions, np.arange, as if nothing
had been shuffled. So rows are in both parts. Take both from the shuffled rows.

rng가 있을 때 테스트 행은 섞였지만 train은 섞지 않은 위치 np.arange로 만들었습니다. 그래서 같은 행이
양쪽에 들어갑니다. 둘 다 섞은 행에서 고르세요.
"""

FAILS = "test_shuffled_folds"


def kfold_indices(n, k, rng=None):
    if k < 2 or k > n:
        raise ValueError("k must be between 2 and n")
    rows = np.arange(n) if rng is None else rng.permutation(n)
    folds = []
    start = 0
    for i in range(k):
        stop = start + n // k + (i < n % k)
        train = np.concatenate([np.arange(start), np.arange(stop, n)])
        folds.append((train, rows[start:stop]))
        start = stop
    return folds
