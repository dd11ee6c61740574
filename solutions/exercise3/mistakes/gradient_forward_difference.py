"""You took the forward difference (f(x+h) - f(x)) / h along each entry. Its error grows like h:
x² + y² at (3, 4) gives (6.0001, 8.0001). Evaluate f at x - h as well.

원소마다 전방 차분 (f(x+h) - f(x)) / h를 썼습니다. 오차가 h에 비례하여, (3, 4)에서 x² + y²의
기울기가 (6.0001, 8.0001)로 나옵니다. x - h에서도 f를 계산하세요.
"""

FAILS = "test_gradient_of_mixed_terms"


def numerical_gradient(f, x, h=1e-4):
    point = x.astype(float)
    gradient = np.zeros(x.shape)
    here = f(point)
    for index in np.ndindex(x.shape):
        value = point[index]
        point[index] = value + h
        gradient[index] = (f(point) - here) / h
        point[index] = value
    return gradient
