"""You scale every row by its own mean and std, axis=1. That mixes hours with lessons. The
statistics belong to a column, over all training rows: axis=0.

행마다 그 행의 평균과 표준편차로 표준화했습니다(axis=1). 시간과 과외 횟수가 섞입니다. 통계는 열마다,
모든 학습 행에 대해 axis=0으로 구하세요.
"""

FAILS = "test_standardised_tables"


def standardise(train, test):
    def scaled(x):
        std = x.std(axis=1, keepdims=True)
        std[std == 0] = 1.0
        return (x - x.mean(axis=1, keepdims=True)) / std

    return scaled(train), scaled(test)
