"""You count the padding once. There are zeros at both ends of the axis: n + 2 * pad.

패딩을 한 번만 셌습니다. 축의 양쪽 끝에 0이 붙으므로 n + 2 * pad입니다.
"""

FAILS = "test_windows_that_fit_exactly"


def output_size(n, kernel, stride, pad):
    return (n + pad - kernel) // stride + 1
