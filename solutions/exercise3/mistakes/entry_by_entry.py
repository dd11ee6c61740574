"""You move one entry and ask for the gradient again before you move the next. One step moves all
entries at once, with one gradient.

한 원소를 옮긴 뒤 기울기를 다시 구해서 다음 원소를 옮겼습니다. 한 단계에서는 기울기 하나로 모든 원소를
한꺼번에 옮깁니다.
"""

FAILS = "test_descent_into_a_bowl"


def gradient_descent(f_grad, x0, lr, steps):
    x = x0.astype(float)
    path = [x.copy()]
    for _ in range(steps):
        for index in np.ndindex(x.shape):
            x[index] -= lr * f_grad(x)[index]
        path.append(x.copy())
    return x, np.array(path)
