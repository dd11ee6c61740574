"""You put a factor ½ in front, as deck 001 does. The MSE of deck 002 is the plain mean of the
squares, twice your value.

001 강의처럼 앞에 ½을 붙였습니다. 002 강의의 MSE는 제곱의 평균 그대로이며, 지금 값의 두
배입니다.
"""

FAILS = "test_mean_squared_error_is_a_loss"


def mean_squared_error(h, y):
    error = as_floats(h) - as_floats(y)
    return 0.5 * np.mean(error**2)
