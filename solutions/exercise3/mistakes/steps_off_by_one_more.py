"""You take one step too many. range(steps) makes `steps` rounds; the path then has steps + 1
points, because x0 is one of them.

한 단계를 더 갔습니다. range(steps)는 `steps`번 반복하고, x0도 한 점이므로 path에는 steps + 1개의 점이
있습니다.
"""

FAILS = "test_length_of_the_path"


def gradient_descent(f_grad, x0, lr, steps):
    x = x0.astype(float)
    path = [x]
    for _ in range(steps + 1):
        x = x - lr * f_grad(x)
        path.append(x)
    return x, np.array(path)
