"""Your gradient has the wrong sign: it points downhill. The gradient is the direction in which f
grows, f(x+h) - f(x-h); only gradient_descent turns it round.

기울기의 부호가 반대라서 내려가는 쪽을 가리킵니다. 기울기는 f가 커지는 방향, 즉 f(x+h) - f(x-h)이고,
방향을 뒤집는 것은 gradient_descent가 할 일입니다.
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
        gradient[index] = (below - above) / (2 * h)
    return gradient
