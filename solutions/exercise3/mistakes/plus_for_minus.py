"""You add f(x+h) and f(x-h). The slope comes from how much f changes between the two points:
subtract them.

f(x+h)와 f(x-h)를 더했습니다. 기울기는 두 점 사이에서 f가 변한 양에서 나오므로 빼야 합니다.
"""

FAILS = "test_slope_of_a_cube"


def numerical_diff(f, x, h=1e-4):
    return (f(x + h) + f(x - h)) / (2 * h)
