"""You return the path first. The order is x, path.

path를 먼저 반환했습니다. 순서는 x, path입니다.
"""

FAILS = "test_descent_into_a_bowl"

_descend = gradient_descent


def gradient_descent(f_grad, x0, lr, steps):
    x, path = _descend(f_grad, x0, lr, steps)
    return path, x
