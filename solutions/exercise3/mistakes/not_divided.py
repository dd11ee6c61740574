"""You return the difference f(x+h) - f(x-h) itself. A slope is that difference divided by the
distance of the two points, 2 * h.

차이 f(x+h) - f(x-h)를 그대로 반환했습니다. 기울기는 그 차이를 두 점의 거리 2 * h로 나눈 값입니다.
"""

FAILS = "test_slope_of_a_cube"


def numerical_diff(f, x, h=1e-4):
    return f(x + h) - f(x - h)
