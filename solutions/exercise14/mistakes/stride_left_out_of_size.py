"""You leave the stride out of the size. A window that moves by 2 fits only half as often.

크기의 식에서 스트라이드를 빠뜨렸습니다. 2칸씩 움직이는 윈도우는 절반만 들어갑니다.
"""

FAILS = "test_windows_that_fit_exactly"


def output_size(n, kernel, stride, pad):
    return n + 2 * pad - kernel + 1
