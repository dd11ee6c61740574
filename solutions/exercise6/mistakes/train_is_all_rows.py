"""Your train holds all the rows, those of the other two parts too, so the model has seen them.
Start train after them: rows[validation + test:].

train에 다른 두 부분의 행까지 모두 들어 있어서 모델이 그 행들을 이미 보게 됩니다. rows[validation +
test:]처럼 그 뒤에서 시작하세요.
"""

FAILS = "test_parts_share_no_row"


def train_validation_test(n, validation, test, rng):
    rows = rng.permutation(n)
    return rows, rows[:validation], rows[validation : validation + test]
