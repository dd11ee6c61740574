"""You return only the last point. Two things are asked for: return x, path.

마지막 점만 반환했습니다. return x, path로 두 가지를 반환하세요.
"""

FAILS = "test_descent_into_a_bowl"

_descend = gradient_descent


def gradient_descent(f_grad, x0, lr, steps):
    return _descend(f_grad, x0, lr, steps)[0]
