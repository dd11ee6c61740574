"""Your path is a Python list of arrays. One array is asked for: return np.array(path).

path가 배열의 리스트입니다. 배열 하나가 필요하므로 np.array(path)를 반환하세요.
"""

FAILS = "test_descent_into_a_bowl"

_descend = gradient_descent


def gradient_descent(f_grad, x0, lr, steps):
    x, path = _descend(f_grad, x0, lr, steps)
    return x, list(path)
