"""You count the moves of the window, not the windows: there is one more of them. Add 1 after the
division.

윈도우가 아니라 윈도우를 옮긴 횟수를 셌습니다. 윈도우는 옮긴 횟수보다 하나 많으므로 나눈 뒤에 1을 더해야
합니다.
"""

FAILS = "test_windows_that_fit_exactly"


def output_size(n, kernel, stride, pad):
    return (n + 2 * pad - kernel) // stride
