"""You divided by len(h), the number of rows. m is the number of all entries (h.size): 24 for
shape (4, 6). For one axis the two are the same.

행의 개수 len(h)로 나눴습니다. m은 전체 원소의 개수(h.size)로, 형상이 (4, 6)이면 24입니다.
1차원 배열에서는 둘이 같아서 드러나지 않습니다.
"""

FAILS = "test_mean_squared_error_is_a_loss"


def mean_squared_error(h, y):
    error = as_floats(h) - as_floats(y)
    return np.sum(error**2) / len(error)
