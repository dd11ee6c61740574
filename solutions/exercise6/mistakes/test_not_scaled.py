"""You return the test rows as they are. A model trained on scaled rows needs scaled rows: (test -
mean) / std, with the mean and std of train.

테스트 행을 그대로 반환했습니다. 표준화한 행으로 학습한 모델에는 표준화한 행이 필요합니다. train의
평균과 표준편차로 (test - mean) / std를 구하세요.
"""

FAILS = "test_standardised_tables"

_standardise = standardise


def standardise(train, test):
    return _standardise(train, test)[0], test * 1.0
