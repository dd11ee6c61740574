"""You make every fold n // k rows long, so the rows that are left over belong to no fold: of 10
rows in 3 folds, row 9 is never tested and never trains. Give the first n % k folds one row more.

모든 폴드를 n // k행으로 만들어서 남은 행이 어느 폴드에도 들어가지 않습니다. 10행을 3개로 나누면 9번
행은 테스트에도 학습에도 쓰이지 않습니다. 앞의 n % k개 폴드에 한 행씩 더 넣으세요.
"""

FAILS = "test_every_row_is_tested_once"


def kfold_indices(n, k, rng=None):
    if k < 2 or k > n:
        raise ValueError("k must be between 2 and n")
    rows = np.arange(n) if rng is None else rng.permutation(n)
    size = n // k
    folds = [rows[i * size : (i + 1) * size] for i in range(k)]
    return [(np.concatenate(folds[:i] + folds[i + 1 :]), folds[i]) for i in range(k)]
