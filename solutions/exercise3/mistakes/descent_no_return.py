"""You walk, but do not return anything, so the function gives None. End with return x, path, after
the loop.

끝까지 갔지만 아무것도 반환하지 않아서 결과가 None입니다. 반복문이 끝난 뒤에 return x, path를 쓰세요.
"""

FAILS = "test_descent_into_a_bowl"

_descend = gradient_descent


def gradient_descent(f_grad, x0, lr, steps):
    x, path = _descend(f_grad, x0, lr, steps)
