"""You add the gradient, so you walk uphill: on x² you run away from 0. Subtract it:
x = x - lr * f_grad(x).

기울기를 더해서 올라가고 있습니다. x²에서라면 0에서 점점 멀어집니다. x = x - lr * f_grad(x)처럼 빼세요.
"""

FAILS = "test_descent_into_a_bowl"


def gradient_descent(f_grad, x0, lr, steps):
    x = x0.astype(float)
    path = [x]
    for _ in range(steps):
        x = x + lr * f_grad(x)
        path.append(x)
    return x, np.array(path)
