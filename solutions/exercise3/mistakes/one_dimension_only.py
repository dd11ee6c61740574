"""Your loop counts to x.size and writes x[i], which works for one axis only: in a matrix x[i] is
a whole row. Loop over np.ndindex(x.shape), or work on a flat copy and reshape at the end.

반복문이 x.size까지 세면서 x[i]를 쓰는데, 이는 1차원에서만 됩니다. 행렬에서 x[i]는 행 전체입니다.
np.ndindex(x.shape)로 반복하거나, 1차원 복사본에서 계산하고 마지막에 형상을 되돌리세요.
"""

FAILS = "test_gradient_has_the_shape_of_x"


def numerical_gradient(f, x, h=1e-4):
    point = x.astype(float)
    gradient = np.zeros(x.shape)
    for i in range(x.size):
        value = point[i].copy()
        point[i] = value + h
        above = f(point)
        point[i] = value - h
        below = f(point)
        point[i] = value
        gradient[i] = (above - below) / (2 * h)
    return gradient
