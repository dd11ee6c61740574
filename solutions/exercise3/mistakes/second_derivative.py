"""You computed (f(x+h) - 2f(x) + f(x-h)) / h². That is the second derivative, how fast the slope
itself changes.

(f(x+h) - 2f(x) + f(x-h)) / h²를 계산했습니다. 이것은 기울기가 얼마나 빨리 변하는지를 나타내는 2차
도함수입니다.
"""

FAILS = "test_slope_of_a_cube"


def numerical_diff(f, x, h=1e-4):
    return (f(x + h) - 2 * f(x) + f(x - h)) / h**2
