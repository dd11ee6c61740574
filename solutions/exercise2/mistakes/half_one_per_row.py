"""You summed along one axis only, so you return one number for each row. The sum runs over all
entries and gives a single number.

한 축으로만 더해서 행마다 수가 하나씩 나옵니다. 모든 원소를 더해 수 하나를 반환하세요.
"""

FAILS = "test_half_squared_error_is_a_loss"


def half_squared_error(y, t):
    error = as_floats(y) - as_floats(t)
    return 0.5 * np.sum(error**2, axis=-1)
