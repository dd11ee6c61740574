"""You took the median of the absolute errors. The lecture's two errors cannot tell it from the
mean, other errors can.

오차 절댓값의 중앙값을 구했습니다. 강의의 예처럼 오차가 둘이면 평균과 같지만, 그 밖에는
다릅니다.
"""

FAILS = "test_mean_absolute_error_is_a_loss"


def mean_absolute_error(h, y):
    return np.median(np.abs(as_floats(h) - as_floats(y)))
