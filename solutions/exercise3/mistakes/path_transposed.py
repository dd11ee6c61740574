"""The points stand side by side in your path. The steps come first: path[k] is the point after
k steps, so the shape is (steps + 1, *x0.shape).

path에 점들이 옆으로 늘어서 있습니다. 단계가 첫 번째 축입니다. path[k]가 k단계 뒤의 점이므로 형상은
(steps + 1, *x0.shape)입니다.
"""

FAILS = "test_descent_into_a_bowl"

_descend = gradient_descent


def gradient_descent(f_grad, x0, lr, steps):
    x, path = _descend(f_grad, x0, lr, steps)
    return x, np.moveaxis(path, 0, -1).copy()
