"""You used the formula for one number on the whole array: x + h moves every entry at once, and
the result is one number, the sum of all slopes. A gradient has one slope for each entry.

한 변수의 공식을 배열 전체에 썼습니다. x + h는 모든 원소를 한꺼번에 옮기고, 결과는 기울기를 모두
더한 수 하나입니다. 기울기에는 원소마다 값이 하나씩 있어야 합니다.
"""

FAILS = "test_gradient_of_mixed_terms"


def numerical_gradient(f, x, h=1e-4):
    return (f(x + h) - f(x - h)) / (2 * h)
