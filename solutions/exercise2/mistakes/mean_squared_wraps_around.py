"""You subtracted the arrays in their own type. The pixel type uint8 has no negative numbers and
no number above 255: 3 - 5 becomes 254, and squares wrap around too. Turn the arrays into floats
first.

배열을 원래 자료형 그대로 뺐습니다. 픽셀의 자료형 uint8에는 음수도 255보다 큰 수도 없어서 3 -
5는 254가 되고 제곱도 한 바퀴 돌아갑니다. 먼저 실수형으로 바꾸세요.
"""

FAILS = "test_mean_errors_of_pixels"


def mean_squared_error(h, y):
    return np.mean((h - y) ** 2)
