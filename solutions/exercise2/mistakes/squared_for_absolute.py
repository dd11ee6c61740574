"""You averaged the squared errors. That is the MSE; the MAE averages their absolute values.

오차의 제곱을 평균했습니다. 그것은 MSE이고, MAE는 오차의 절댓값을 평균합니다.
"""

FAILS = "test_mean_absolute_error_is_a_loss"


def mean_absolute_error(h, y):
    return np.mean((as_floats(h) - as_floats(y)) ** 2)
