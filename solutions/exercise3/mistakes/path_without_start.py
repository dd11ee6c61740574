"""Your path leaves out the start. Store x0 before the loop, then the point after each step:
steps + 1 points.

path에 출발점이 빠졌습니다. 반복문 앞에서 x0를 저장하고, 단계마다 옮겨 간 점을 저장하면 점은 steps + 1개입니다.
"""

FAILS = "test_length_of_the_path"


def gradient_descent(f_grad, x0, lr, steps):
    x = x0.astype(float)
    path = np.empty((steps, *x0.shape))
    for k in range(steps):
        x = x - lr * f_grad(x)
        path[k] = x
    return x, path
