"""Your loop runs over len(x), the rows: in a matrix you move a whole row at once, and each entry
of the row gets the sum of the row's slopes. Loop over every entry, np.ndindex(x.shape).

반복문이 행의 개수인 len(x)만큼만 돕니다. 행렬에서는 한 행을 통째로 옮겨서, 그 행의 모든 자리에 행의 기울기
합이 들어갑니다. np.ndindex(x.shape)로 모든 원소를 반복하세요.
"""

FAILS = "test_gradient_has_the_shape_of_x"


def numerical_gradient(f, x, h=1e-4):
    point = x.astype(float)
    gradient = np.zeros(x.shape)
    for i in range(len(x)):
        value = point[i].copy()
        point[i] = value + h
        above = f(point)
        point[i] = value - h
        below = f(point)
        point[i] = value
        gradient[i] = (above - below) / (2 * h)
    return gradient
