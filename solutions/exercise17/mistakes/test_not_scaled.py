"""You return the test rows as they were. The model has learnt with scaled numbers, so test rows must be
scaled in the same way.

테스트 행을 표준화하지 않고 그대로 반환했습니다. 모델은 표준화한 값으로 학습했으므로 테스트 행도 똑같이
표준화해야 합니다.
"""

FAILS = "test_standardised_tables"


def standardise(train, test):
    mean, std = train.mean(axis=0), train.std(axis=0)
    std[std == 0] = 1.0
    return (train - mean) / std, test
