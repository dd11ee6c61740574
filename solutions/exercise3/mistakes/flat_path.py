"""Your path has one row of numbers for each point. When x0 is a matrix, each point is a matrix too:
the shape of path is (steps + 1, *x0.shape).

path의 점들이 1차원으로 펴져 있습니다. x0가 행렬이면 각 점도 행렬이므로 path의 형상은
(steps + 1, *x0.shape)입니다.
"""

FAILS = "test_descent_into_a_bowl"

_descend = gradient_descent


def gradient_descent(f_grad, x0, lr, steps):
    x, path = _descend(f_grad, x0, lr, steps)
    return x, path.reshape(steps + 1, x0.size)
