"""Python reads / 2 * h as (… / 2) * h, so you multiply by h instead of dividing by it. Write
/ (2 * h).

파이썬은 / 2 * h를 (… / 2) * h로 읽습니다. 그래서 h로 나누는 대신 h를 곱했습니다. / (2 * h)라고
쓰세요.
"""

FAILS = "test_slope_of_a_cube"


def numerical_diff(f, x, h=1e-4):
    return (f(x + h) - f(x - h)) / 2 * h
