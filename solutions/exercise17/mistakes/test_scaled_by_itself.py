"""You scale the test rows by their own mean and std. A new flower would then get other numbers than the
same flower in training. Use the mean and std of the training rows for both.

테스트 행을 테스트 행 자신의 평균과 표준편차로 표준화했습니다. 그러면 같은 꽃도 학습 때와 다른 값이 됩니다.
두 표 모두 학습 행의 평균과 표준편차를 쓰세요.
"""

FAILS = "test_standardised_tables"


def standardise(train, test):
    def scaled(table):
        std = table.std(axis=0)
        std[std == 0] = 1.0
        return (table - table.mean(axis=0)) / std

    return scaled(train), scaled(test)
