"""You round the result. A later computation then works with the rounded value; return all digits
and round only what you print.

결과를 반올림했습니다. 그러면 이후 계산이 반올림된 값으로 이루어집니다. 모든 자릿수를 반환하고, 출력할
때만 반올림하세요.
"""

FAILS = "test_slope_of_a_cube"


def numerical_diff(f, x, h=1e-4):
    return round((f(x + h) - f(x - h)) / (2 * h), 2)
