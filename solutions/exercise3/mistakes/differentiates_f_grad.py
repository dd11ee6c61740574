"""You take the numerical gradient of f_grad. But f_grad already is the gradient: call f_grad(x). (The
book's gradient_descent is given f instead.)

f_grad를 다시 수치 미분했습니다. f_grad가 이미 기울기이므로 f_grad(x)를 부르세요. (책의
gradient_descent는 f_grad가 아니라 f를 받습니다.)
"""

FAILS = "test_descent_into_a_bowl"


def gradient_descent(f_grad, x0, lr, steps):
    x = x0.astype(float)
    path = [x]
    for _ in range(steps):
        x = x - lr * numerical_gradient(f_grad, x)
        path.append(x)
    return x, np.array(path)
