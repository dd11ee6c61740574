"""You compute the slope but do not return it, so the function gives None. Printing is not
returning: end with a return.

기울기를 계산했지만 반환하지 않아서 결과가 None입니다. 출력(print)은 반환이 아닙니다. return으로
끝내세요.
"""

FAILS = "test_slope_of_curves"


def numerical_diff(f, x, h=1e-4):
    slope = (f(x + h) - f(x - h)) / (2 * h)
