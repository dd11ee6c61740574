"""You divide the gradient by its length, so all steps are equally long. Steps must become shorter
where f is flatter: use the gradient as it is.

기울기를 그 길이로 나누어서 모든 단계의 길이가 같습니다. f가 평평해질수록 단계도 짧아져야 하므로 기울기를
그대로 쓰세요.
"""

FAILS = "test_descent_into_a_bowl"


def gradient_descent(f_grad, x0, lr, steps):
    x = x0.astype(float)
    path = [x]
    for _ in range(steps):
        gradient = f_grad(x)
        x = x - lr * gradient / np.sqrt(np.sum(gradient**2))
        path.append(x)
    return x, np.array(path)
