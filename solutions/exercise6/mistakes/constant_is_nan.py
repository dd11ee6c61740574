"""A column that is constant in train has std 0, and you divide by it: NaN. Take 1 instead of 0
there.

train에서 값이 모두 같은 열은 std가 0인데 그것으로 나누어 NaN이 나옵니다. 그런 열에서는 0 대신 1을
쓰세요.
"""

FAILS = "test_constant_column"


def standardise(train, test):
    mean, std = train.mean(axis=0), train.std(axis=0)
    return (train - mean) / std, (test - mean) / std
