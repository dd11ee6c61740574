"""Your two loops need exactly two axes. x may have any number of them: loop over
np.ndindex(x.shape), or work on a flat copy and reshape at the end.

이중 반복문은 2차원 배열에서만 됩니다. x의 차원 수는 정해져 있지 않습니다. np.ndindex(x.shape)로
반복하거나, 1차원 복사본에서 계산하고 마지막에 형상을 되돌리세요.
"""

FAILS = "test_gradient_has_the_shape_of_x"


def numerical_gradient(f, x, h=1e-4):
    rows, columns = x.shape
    gradient = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            step = np.zeros((rows, columns))
            step[i, j] = h
            gradient[i, j] = (f(x + step) - f(x - step)) / (2 * h)
    return gradient
