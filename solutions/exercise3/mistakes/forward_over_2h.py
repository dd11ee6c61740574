"""You divide f(x+h) - f(x) by 2h, but those two points are only h apart, so you get half the
slope. The second point is x - h.

f(x+h) - f(x)를 2h로 나누었습니다. 두 점의 거리는 h이므로 기울기의 절반이 나옵니다. 두 번째 점은
x - h입니다.
"""

FAILS = "test_slope_of_a_cube"


def numerical_diff(f, x, h=1e-4):
    return (f(x + h) - f(x)) / (2 * h)
