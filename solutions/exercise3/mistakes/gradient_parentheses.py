"""Python reads / 2 * h as (… / 2) * h, so you multiply by h instead of dividing by it. Write
/ (2 * h).

파이썬은 / 2 * h를 (… / 2) * h로 읽습니다. 그래서 h로 나누는 대신 h를 곱했습니다. / (2 * h)라고
쓰세요.
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
        gradient[index] = (above - below) / 2 * h
    return gradient
