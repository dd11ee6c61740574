"""You subtracted the squares, h² - y². What counts is the square of the difference, (h - y)².

제곱끼리 뺐습니다(h² - y²). 필요한 것은 차의 제곱 (h - y)²입니다.
"""

FAILS = "test_mean_squared_error_is_a_loss"


def mean_squared_error(h, y):
    return np.mean(as_floats(h) ** 2 - as_floats(y) ** 2)
