"""You divide by 2 and forget h. The two points are 2h apart: divide by 2 * h.

2로만 나누고 h를 빠뜨렸습니다. 두 점의 거리는 2h이므로 2 * h로 나누세요.
"""

FAILS = "test_slope_of_a_cube"


def numerical_diff(f, x, h=1e-4):
    return (f(x + h) - f(x - h)) / 2
