"""You divided by m - 1, as for a sample variance. The mean of the squared errors divides by m.

표본분산처럼 m - 1로 나눴습니다. 오차 제곱의 평균이므로 m으로 나눕니다.
"""

FAILS = "test_mean_squared_error_is_a_loss"


def mean_squared_error(h, y):
    error = as_floats(h) - as_floats(y)
    return np.sum(error**2) / (error.size - 1)
