"""You wrote the error into the caller's array (y -= t). After the call their predictions are
gone. Make a new array: error = y - t.

호출한 쪽의 배열에 오차를 덮어썼습니다(y -= t). 호출이 끝나면 예측값이 사라집니다. error = y -
t 처럼 새 배열을 만드세요.
"""

FAILS = "test_half_squared_error_is_a_loss"


def half_squared_error(y, t):
    y -= t
    return 0.5 * np.sum(as_floats(y) ** 2)
