"""You shuffle the folds, but each of them still is a block of consecutive rows. In a sorted file a
fold would then hold one class alone. Shuffle the rows, then divide.

행이 아니라 폴드의 순서를 섞었습니다. 각 폴드는 여전히 이어진 행들이어서, 정렬된 파일이라면 한
폴드에 한 클래스만 들어갑니다. 행을 먼저 섞고 나서 나누세요.
"""

FAILS = "test_shuffled_folds"


def kfold_indices(n, k, rng=None):
    if k < 2 or k > n:
        raise ValueError("k must be between 2 and n")
    rows = np.arange(n)
    folds = []
    start = 0
    for i in range(k):
        stop = start + n // k + (i < n % k)
        folds.append((np.concatenate([rows[:start], rows[stop:]]), rows[start:stop]))
        start = stop
    if rng is not None:
        folds = [folds[i] for i in rng.permutation(k)]
    return folds
