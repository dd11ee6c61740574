"""The difference needs parentheses: without them only f(x-h) is divided by 2h. Write
(f(x + h) - f(x - h)) / (2 * h).

분자의 뺄셈을 괄호로 묶어야 합니다. 괄호가 없으면 f(x-h)만 2h로 나뉩니다.
(f(x + h) - f(x - h)) / (2 * h)라고 쓰세요.
"""

FAILS = "test_slope_of_a_cube"


def numerical_diff(f, x, h=1e-4):
    return f(x + h) - f(x - h) / (2 * h)
