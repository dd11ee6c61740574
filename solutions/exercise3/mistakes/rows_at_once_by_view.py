"""Two things: in a matrix x[i] is a whole row, and `value = x[i]` is no copy of it but a view, so
it moves along with x. Loop over every entry, np.ndindex(x.shape); x[index] is then a number.

두 가지입니다. 행렬에서 x[i]는 행 전체이고, `value = x[i]`는 복사본이 아니라 뷰라서 x와 함께
바뀝니다. np.ndindex(x.shape)로 모든 원소를 반복하면 x[index]는 수 하나가 됩니다.
"""

FAILS = "test_gradient_has_the_shape_of_x"


def numerical_gradient(f, x, h=1e-4):
    point = x.astype(float)
    gradient = np.zeros(x.shape)
    for i in range(len(x)):
        value = point[i]
        point[i] = value + h
        above = f(point)
        point[i] = value - h
        below = f(point)
        point[i] = value
        gradient[i] = (above - below) / (2 * h)
    return gradient
