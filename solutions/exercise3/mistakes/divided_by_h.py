"""You divide by h, so you get twice the slope. The points x + h and x - h are 2h apart: divide
by 2 * h.

h로 나누어서 기울기의 두 배가 나옵니다. 두 점 x + h와 x - h의 거리는 2h이므로 2 * h로 나누세요.
"""

FAILS = "test_slope_of_a_cube"


def numerical_diff(f, x, h=1e-4):
    return (f(x + h) - f(x - h)) / h
