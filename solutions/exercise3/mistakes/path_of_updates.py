"""Your path holds the steps, lr * f_grad(x), instead of the points they lead to. Store x.

path에 점이 아니라 이동량 lr * f_grad(x)가 들어 있습니다. 옮겨 간 점 x를 저장하세요.
"""

FAILS = "test_descent_into_a_bowl"


def gradient_descent(f_grad, x0, lr, steps):
    x = x0.astype(float)
    path = [x]
    for _ in range(steps):
        update = lr * f_grad(x)
        x = x - update
        path.append(update)
    return x, np.array(path)
