"""You averaged the absolute errors. That is the MAE; the MSE averages their squares.

오차의 절댓값을 평균했습니다. 그것은 MAE이고, MSE는 오차의 제곱을 평균합니다.
"""

FAILS = "test_mean_squared_error_is_a_loss"


def mean_squared_error(h, y):
    return np.mean(np.abs(as_floats(h) - as_floats(y)))
