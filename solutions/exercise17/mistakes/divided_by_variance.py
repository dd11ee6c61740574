"""You divide by the variance. Divide by its square root, the standard deviation.

분산으로 나누었습니다. 분산의 제곱근인 표준편차로 나누세요.
"""

FAILS = "test_standardised_tables"


def standardise(train, test):
    mean, std = train.mean(axis=0), train.var(axis=0)
    std[std == 0] = 1.0
    return (train - mean) / std, (test - mean) / std
