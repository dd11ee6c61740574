"""You go half a step to each side. The exercise goes a whole step h to each side of an entry and
divides by 2 * h.

원소마다 양쪽으로 h의 절반씩만 갔습니다. 이 연습에서는 양쪽으로 h만큼 가고 2 * h로 나눕니다.
"""

FAILS = "test_gradient_of_mixed_terms"


def numerical_gradient(f, x, h=1e-4):
    point = x.astype(float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        value = point[index]
        point[index] = value + h / 2
        above = f(point)
        point[index] = value - h / 2
        below = f(point)
        point[index] = value
        gradient[index] = (above - below) / h
    return gradient
