"""You divided the half sum by the number of rows. This loss is a plain sum over all entries, so
a batch twice as large has twice the error.

합의 절반을 행의 개수로 나눴습니다. 이 손실은 모든 원소에 대한 합이므로 배치가 두 배가 되면
값도 두 배가 됩니다.
"""

FAILS = "test_half_squared_error_is_a_loss"


def half_squared_error(y, t):
    error = as_floats(y) - as_floats(t)
    return 0.5 * np.sum(error**2) / len(error)
