"""Each of your steps starts at x0 again. Start each step where the last one ended:
x = x - lr * f_grad(x).

매 단계가 다시 x0에서 출발합니다. 앞 단계가 끝난 곳에서 x = x - lr * f_grad(x)로 출발하세요.
"""

FAILS = "test_descent_into_a_bowl"


def gradient_descent(f_grad, x0, lr, steps):
    x = x0.astype(float)
    path = [x]
    for _ in range(steps):
        x = x0 - lr * f_grad(x)
        path.append(x)
    return x, np.array(path)
