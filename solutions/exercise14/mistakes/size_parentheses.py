"""Parentheses are missing: only the kernel is divided by the stride. Write (n + 2 * pad - kernel)
// stride + 1.

괄호가 빠져서 커널만 스트라이드로 나누었습니다. (n + 2 * pad - kernel) // stride
+ 1로 쓰세요.
"""

FAILS = "test_windows_that_fit_exactly"


def output_size(n, kernel, stride, pad):
    return n + 2 * pad - kernel // stride + 1
