"""The difference needs parentheses: without them only the second value is divided by 2h. Write
(above - below) / (2 * h).

분자의 뺄셈을 괄호로 묶어야 합니다. 괄호가 없으면 두 번째 값만 2h로 나뉩니다.
(f1 - f2) / (2 * h)처럼 쓰세요.
"""

FAILS = "test_gradient_of_mixed_terms"


def numerical_gradient(f, x, h=1e-4):
    point = x.astype(float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        value = point[index]
        point[index] = value + h
        above = f(point)
        point[index] = value - h
        below = f(point)
        point[index] = value
        gradient[index] = above - below / (2 * h)
    return gradient
