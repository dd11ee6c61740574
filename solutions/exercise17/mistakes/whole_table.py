"""You take one mean and one std over the whole table. Every column needs its own: `axis=0`.

표 전체에서 평균과 표준편차를 하나씩만 구했습니다. 열마다 따로 구해야 합니다. `axis=0`을 쓰세요.
"""

FAILS = "test_standardised_tables"


def standardise(train, test):
    mean, std = train.mean(), train.std() or 1.0
    return (train - mean) / std, (test - mean) / std
