"""You use the gradient at x0 for every step, so you walk on a straight line. Ask for the gradient
anew at each point: f_grad(x), inside the loop.

모든 단계에서 x0의 기울기를 써서 직선으로만 갑니다. 반복문 안에서 f_grad(x)를 불러 점마다 기울기를 새로
구하세요.
"""

FAILS = "test_descent_into_a_bowl"


def gradient_descent(f_grad, x0, lr, steps):
    x = x0.astype(float)
    gradient = f_grad(x)
    path = [x]
    for _ in range(steps):
        x = x - lr * gradient
        path.append(x)
    return x, np.array(path)
