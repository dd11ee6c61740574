"""You summed the absolute errors. This loss squares each error, so an error of 3 costs nine
times an error of 1.

오차의 절댓값을 더했습니다. 이 손실은 오차를 제곱하므로 오차 3은 오차 1의 아홉 배로 계산됩니다.
"""

FAILS = "test_half_squared_error_is_a_loss"


def half_squared_error(y, t):
    error = as_floats(y) - as_floats(t)
    return 0.5 * np.sum(np.abs(error))
