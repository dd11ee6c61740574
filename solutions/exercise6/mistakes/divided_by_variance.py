"""You divide by the variance. Divide by its root, the standard deviation: only then do all columns
have a spread of 1.

분산으로 나누었습니다. 그 제곱근인 표준편차로 나누세요. 그래야 모든 열의 표준편차가 1이 됩니다.
"""

FAILS = "test_standardised_tables"


def standardise(train, test):
    mean, std = train.mean(axis=0), train.var(axis=0)
    std[std == 0] = 1.0
    return (train - mean) / std, (test - mean) / std
