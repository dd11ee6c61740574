"""Your path takes the dtype of x0. When that is an array of integers, every point is cut to whole
numbers. Make the path of floats: np.zeros((steps + 1, *x0.shape)).

path가 x0의 dtype을 따릅니다. x0가 정수 배열이면 모든 점의 소수점 아래가 잘립니다.
np.zeros((steps + 1, *x0.shape))로 실수형 배열을 만드세요.
"""

FAILS = "test_start_of_the_path"


def gradient_descent(f_grad, x0, lr, steps):
    x = x0.astype(float)
    path = np.zeros((steps + 1, *x0.shape), dtype=x0.dtype)
    path[0] = x
    for k in range(steps):
        x = x - lr * f_grad(x)
        path[k + 1] = x
    return x, path
