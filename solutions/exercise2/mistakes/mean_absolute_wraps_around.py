"""You subtracted the arrays in their own type. The pixel type uint8 has no negative numbers: 3
- 5 becomes 254, and its absolute value stays 254. Turn the arrays into floats first.

배열을 원래 자료형 그대로 뺐습니다. 픽셀의 자료형 uint8에는 음수가 없어서 3 - 5는 254가 되고
절댓값도 그대로 254입니다. 먼저 실수형으로 바꾸세요.
"""

FAILS = "test_mean_errors_of_pixels"


def mean_absolute_error(h, y):
    return np.mean(np.abs(h - y))
