"""You divide with /, so the size is a float such as 2.0 or 2.5. A size is a whole number: use //,
which rounds down.

/로 나누어 크기가 2.0이나 2.5 같은 실수형이 되었습니다. 크기는 정수입니다. 내림하는 //를 쓰세요.
"""

FAILS = "test_windows_that_fit_exactly"


def output_size(n, kernel, stride, pad):
    return (n + 2 * pad - kernel) / stride + 1
