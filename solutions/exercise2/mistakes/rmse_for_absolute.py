"""You took the root of the mean square. Only for a single number is √(x²) the same as |x|; the
root of a mean of squares is not a mean of absolute values.

제곱의 평균에 제곱근을 씌웠습니다. √(x²) = |x|는 수 하나일 때의 이야기이고, 제곱 평균의
제곱근은 절댓값의 평균이 아닙니다.
"""

FAILS = "test_mean_absolute_error_is_a_loss"


def mean_absolute_error(h, y):
    return np.sqrt(np.mean((as_floats(h) - as_floats(y)) ** 2))
