"""You took the absolute value of the mean error. Errors above and below have cancelled by then.
Take the absolute value of each error, then the mean.

오차의 평균에 절댓값을 취했습니다. 그때는 이미 양의 오차와 음의 오차가 서로 지워진 뒤입니다.
오차마다 절댓값을 취한 다음 평균을 내세요.
"""

FAILS = "test_mean_absolute_error_is_a_loss"


def mean_absolute_error(h, y):
    return np.abs(np.mean(as_floats(h) - as_floats(y)))
