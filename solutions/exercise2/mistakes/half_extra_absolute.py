"""You put a factor ½ in front. Only the squared error of deck 001 has one; the MAE is the plain
mean.

앞에 ½을 붙였습니다. ½은 001 강의의 오차제곱합에만 있고, MAE는 평균 그대로입니다.
"""

FAILS = "test_mean_absolute_error_is_a_loss"


def mean_absolute_error(h, y):
    return 0.5 * np.mean(np.abs(as_floats(h) - as_floats(y)))
