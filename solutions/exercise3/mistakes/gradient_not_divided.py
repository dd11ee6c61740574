"""You return the differences of f themselves. A partial derivative is that difference divided by
the distance of the two points, 2 * h.

f의 차이를 그대로 반환했습니다. 편미분은 그 차이를 두 점의 거리 2 * h로 나눈 값입니다.
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
        gradient[index] = above - below
    return gradient
