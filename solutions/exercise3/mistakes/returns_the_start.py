"""The x you return is still x0: you follow the walk under another name. path is right; return its
last point.

반환한 x가 여전히 x0입니다. 이동은 다른 이름으로 했습니다. path는 맞으니 그 마지막 점을 반환하세요.
"""

FAILS = "test_descent_into_a_bowl"

_descend = gradient_descent


def gradient_descent(f_grad, x0, lr, steps):
    _, path = _descend(f_grad, x0, lr, steps)
    return path[0].copy(), path
