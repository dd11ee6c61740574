"""Your slope has the wrong sign. It is the value on the right, f(x+h), minus the value on the
left, f(x-h).

기울기의 부호가 반대입니다. 오른쪽 값 f(x+h)에서 왼쪽 값 f(x-h)를 빼야 합니다.
"""

FAILS = "test_slope_of_a_cube"


def numerical_diff(f, x, h=1e-4):
    return (f(x - h) - f(x + h)) / (2 * h)
