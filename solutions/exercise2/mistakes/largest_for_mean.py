"""You took the largest absolute error. The MAE is the mean of all of them.

오차 절댓값의 최댓값을 구했습니다. MAE는 모든 절댓값의 평균입니다.
"""

FAILS = "test_mean_absolute_error_is_a_loss"


def mean_absolute_error(h, y):
    return np.max(np.abs(as_floats(h) - as_floats(y)))
