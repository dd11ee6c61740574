"""You do not use the learning rate: x - f_grad(x) takes steps of rate 1. Multiply the gradient by
lr. (Decks 000 and 004 leave it out of the formula.)

학습률을 쓰지 않았습니다. x - f_grad(x)는 학습률이 1인 셈입니다. 기울기에 lr을 곱하세요. (000과 004
강의의 식에는 학습률이 빠져 있습니다.)
"""

FAILS = "test_descent_into_a_bowl"


def gradient_descent(f_grad, x0, lr, steps):
    x = x0.astype(float)
    path = [x]
    for _ in range(steps):
        x = x - f_grad(x)
        path.append(x)
    return x, np.array(path)
