"""You computed the variance of the errors (np.var), which first subtracts their mean.
Predictions that are all too high by the same amount would then cost nothing.

오차의 분산(np.var)을 구했습니다. 분산은 오차의 평균을 먼저 빼므로, 예측이 모두 똑같이 크게
빗나가면 손실이 0이 되어 버립니다.
"""

FAILS = "test_mean_squared_error_is_a_loss"


def mean_squared_error(h, y):
    return np.var(as_floats(h) - as_floats(y))
