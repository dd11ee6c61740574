"""You make every fold n // k rows long. The rows left over train in every fold and are never
tested: with 10 rows in 3 folds that is row 9. Give the first n % k folds one row more.

모든 폴드를 n // k행으로 만들었습니다. 남은 행은 매번 학습에만 쓰이고 한 번도 테스트되지 않습니다.
10행을 3개로 나누면 9번 행이 그렇습니다. 앞의 n % k개 폴드에 한 행씩 더 넣으세요.
"""

FAILS = "test_every_row_is_tested_once"


def kfold_indices(n, k, rng=None):
    if k < 2 or k > n:
        raise ValueError("k must be between 2 and n")
    rows = np.arange(n) if rng is None else rng.permutation(n)
    size = n // k
    folds = []
    for i in range(k):
        start, stop = i * size, (i + 1) * size
        folds.append((np.concatenate([rows[:start], rows[stop:]]), rows[start:stop]))
    return folds
