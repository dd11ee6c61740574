"""With integers in x0 your points are integers too, so every step is cut to whole numbers. Start
from x0.astype(float) and make the path of floats.

x0가 정수이면 모든 점이 정수가 되어 단계마다 소수점 아래가 잘립니다. x0.astype(float)에서
시작하고 path도 실수형 배열로 만드세요.
"""

FAILS = "test_start_of_the_path"


def gradient_descent(f_grad, x0, lr, steps):
    path = np.zeros((steps + 1, *x0.shape), dtype=x0.dtype)
    path[0] = x0
    for k in range(steps):
        path[k + 1] = path[k] - lr * f_grad(path[k])
    return path[-1].copy(), path
