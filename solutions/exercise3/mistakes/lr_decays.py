"""Your learning rate changes from step to step. In this exercise it is the same for all steps.

단계마다 학습률이 달라집니다. 이 연습에서는 모든 단계의 학습률이 같습니다.
"""

FAILS = "test_descent_into_a_bowl"


def gradient_descent(f_grad, x0, lr, steps):
    x = x0.astype(float)
    path = [x]
    for k in range(steps):
        x = x - lr / (k + 1) * f_grad(x)
        path.append(x)
    return x, np.array(path)
