"""You do not use the h you are given but always 0.0001. Use the argument h in all three places of
the formula.

주어진 h를 쓰지 않고 항상 0.0001을 썼습니다. 공식의 세 곳 모두에서 인수 h를 쓰세요.
"""

FAILS = "test_slope_of_a_cube"


def numerical_diff(f, x, h=1e-4):
    h = 1e-4
    return (f(x + h) - f(x - h)) / (2 * h)
