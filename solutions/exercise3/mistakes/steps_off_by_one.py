"""You take one step too few. Take exactly `steps` steps; the path then has steps + 1 points,
because x0 is one of them.

한 단계를 덜 갔습니다. 정확히 `steps`번 가야 합니다. x0도 한 점이므로 path에는 steps + 1개의 점이 있습니다.
"""

FAILS = "test_descent_into_a_bowl"


def gradient_descent(f_grad, x0, lr, steps):
    x = x0.astype(float)
    path = [x]
    for _ in range(1, steps):
        x = x - lr * f_grad(x)
        path.append(x)
    return x, np.array(path)
