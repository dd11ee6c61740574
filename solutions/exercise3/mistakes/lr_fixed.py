"""You do not use the lr you are given but always 0.1. Use the argument.

주어진 lr을 쓰지 않고 항상 0.1을 썼습니다. 인수 lr을 쓰세요.
"""

FAILS = "test_descent_into_a_bowl"

_descend = gradient_descent


def gradient_descent(f_grad, x0, lr, steps):
    return _descend(f_grad, x0, 0.1, steps)
