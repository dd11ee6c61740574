"""You deal the rows out like cards, every k-th row to the same fold. That divides well, but the
folds asked for are blocks of consecutive rows.

카드를 돌리듯 k번째 행마다 같은 폴드에 넣었습니다. 고르게 나뉘기는 하지만, 여기서는 이어진 행들의
블록이 한 폴드입니다.
"""

FAILS = "test_folds_are_blocks"


def kfold_indices(n, k, rng=None):
    if k < 2 or k > n:
        raise ValueError("k must be between 2 and n")
    rows = np.arange(n) if rng is None else rng.permutation(n)
    folds = [rows[i::k] for i in range(k)]
    return [(np.concatenate(folds[:i] + folds[i + 1 :]), folds[i]) for i in range(k)]
