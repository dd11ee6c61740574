"""You scale the test rows by their own mean and std, so the same value means one thing in train and
another in test. Use the mean and std of train for both.

테스트 행을 테스트 자신의 평균과 표준편차로 표준화했습니다. 그러면 같은 값이 train과 test에서 서로
다른 뜻이 됩니다. 둘 다 train의 평균과 표준편차를 쓰세요.
"""

FAILS = "test_standardised_tables"


def standardise(train, test):
    def scaled(x):
        std = x.std(axis=0)
        std[std == 0] = 1.0
        return (x - x.mean(axis=0)) / std

    return scaled(train), scaled(test)
