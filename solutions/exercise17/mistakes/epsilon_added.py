"""You add a small number to std. In a constant column the test rows are then divided by that tiny
number and become huge. Take 1 where std is 0.

표준편차에 작은 수를 더했습니다. 그러면 값이 같은 열에서 테스트 행을 그 작은 수로 나누어 값이 엄청나게
커집니다. 표준편차가 0인 곳에는 1을 쓰세요.
"""

FAILS = "test_constant_columns_and_integers"


def standardise(train, test):
    mean, std = train.mean(axis=0), train.std(axis=0) + 1e-8
    return (train - mean) / std, (test - mean) / std
