"""You summed the errors first and squared the sum, so positive and negative errors cancel.
Square each error, then sum.

오차를 먼저 더한 뒤에 제곱했습니다. 그러면 양의 오차와 음의 오차가 서로 지워집니다. 오차를
하나씩 제곱한 다음 더하세요.
"""

FAILS = "test_half_squared_error_is_a_loss"


def half_squared_error(y, t):
    error = as_floats(y) - as_floats(t)
    return 0.5 * np.sum(error) ** 2
