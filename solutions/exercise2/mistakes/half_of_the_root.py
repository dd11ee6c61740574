"""You took the square root of the sum (as np.linalg.norm does). That is half a distance; this
loss has no root.

합에 제곱근을 씌웠습니다(np.linalg.norm이 그렇게 합니다). 그것은 거리의 절반이고, 이 손실에는
제곱근이 없습니다.
"""

FAILS = "test_half_squared_error_is_a_loss"


def half_squared_error(y, t):
    error = as_floats(y) - as_floats(t)
    return 0.5 * np.sqrt(np.sum(error**2))
