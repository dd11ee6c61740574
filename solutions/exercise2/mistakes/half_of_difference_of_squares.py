"""You subtracted the squares, y² - t². What counts is the square of the difference, (y - t)².

제곱끼리 뺐습니다(y² - t²). 필요한 것은 차의 제곱 (y - t)²입니다.
"""

FAILS = "test_half_squared_error_is_a_loss"


def half_squared_error(y, t):
    return 0.5 * np.sum(as_floats(y) ** 2 - as_floats(t) ** 2)
