"""A column that is constant in training has std 0, and 0 / 0 is NaN. Divide by 1 there.

학습에서 값이 모두 같은 열은 표준편차가 0이고 0 / 0은 NaN입니다. 그 열은 1로 나누세요.
"""

FAILS = "test_constant_columns_and_integers"


def standardise(train, test):
    mean, std = train.mean(axis=0), train.std(axis=0)
    return (train - mean) / std, (test - mean) / std
