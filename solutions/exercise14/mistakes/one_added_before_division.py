"""You add the 1 before the division by the stride. It is the first window, which no move leads to:
add it after dividing.

1을 스트라이드로 나누기 전에 더했습니다. 이 1은 옮기지 않아도 있는 첫 윈도우이므로 나눈 뒤에 더해야
합니다.
"""

FAILS = "test_windows_that_leave_a_rest"


def output_size(n, kernel, stride, pad):
    return (n + 2 * pad - kernel + 1) // stride
