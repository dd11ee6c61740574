"""You took the square root of the mean. That is the RMSE; the MSE stays squared.

평균에 제곱근을 씌웠습니다. 그것은 RMSE이고, MSE에는 제곱근이 없습니다.
"""

FAILS = "test_mean_squared_error_is_a_loss"


def mean_squared_error(h, y):
    error = as_floats(h) - as_floats(y)
    return np.sqrt(np.mean(error**2))
