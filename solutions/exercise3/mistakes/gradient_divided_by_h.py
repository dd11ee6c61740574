"""You divide by h, so every partial derivative is twice too large. The two points are 2h apart:
divide by 2 * h.

h로 나누어서 모든 편미분이 두 배로 나옵니다. 두 점의 거리는 2h이므로 2 * h로 나누세요.
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
        gradient[index] = (above - below) / h
    return gradient
