"""You stop when the gradient is almost 0. The path must have steps + 1 points, so take every step,
also those that move nowhere.

기울기가 거의 0이 되면 멈추었습니다. path에는 점이 steps + 1개 있어야 하므로, 움직이지 않더라도 모든 단계를
거치세요.
"""

FAILS = "test_length_of_the_path"


def gradient_descent(f_grad, x0, lr, steps):
    x = x0.astype(float)
    path = [x]
    for _ in range(steps):
        gradient = f_grad(x)
        if np.all(np.abs(gradient) < 1e-6):
            break
        x = x - lr * gradient
        path.append(x)
    return x, np.array(path)
