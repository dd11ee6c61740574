"""You use the quotient of five points. It is more accurate, but here the slope asked for is the
central difference of two points, (f(x+h) - f(x-h)) / 2h.

다섯 점을 쓰는 차분을 계산했습니다. 더 정확하지만, 여기서 구할 값은 두 점의 중심 차분
(f(x+h) - f(x-h)) / 2h입니다.
"""

FAILS = "test_slope_of_a_cube"


def numerical_diff(f, x, h=1e-4):
    return (8 * (f(x + h) - f(x - h)) - (f(x + 2 * h) - f(x - 2 * h))) / (12 * h)
