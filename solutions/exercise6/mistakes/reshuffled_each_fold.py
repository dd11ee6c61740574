"""You shuffle the rows anew for each fold. Some rows are then tested more than once and others
never. Shuffle once, before the loop.

폴드마다 행을 새로 섞습니다. 그러면 어떤 행은 여러 번 테스트되고 어떤 행은 한 번도 테스트되지
않습니다. 반복문에 들어가기 전에 한 번만 섞으세요.
"""

FAILS = "test_shuffled_folds"


def kfold_indices(n, k, rng=None):
    if k < 2 or k > n:
        raise ValueError("k must be between 2 and n")
    folds = []
    start = 0
    for i in range(k):
        rows = np.arange(n) if rng is None else rng.permutation(n)
        stop = start + n // k + (i < n % k)
        folds.append((np.concatenate([rows[:start], rows[stop:]]), rows[start:stop]))
        start = stop
    return folds
