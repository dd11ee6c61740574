"""You wrote the error into the caller's array (h -= y). After the call their predictions are
gone. Make a new array: error = h - y.

호출한 쪽의 배열에 오차를 덮어썼습니다(h -= y). 호출이 끝나면 예측값이 사라집니다. error = h -
y 처럼 새 배열을 만드세요.
"""

FAILS = "test_mean_squared_error_is_a_loss"


def mean_squared_error(h, y):
    h -= y
    return np.mean(as_floats(h) ** 2)
