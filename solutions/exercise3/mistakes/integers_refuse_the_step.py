"""With integers in x0 your x is an array of integers too, and `x -= …` refuses to write floats into
it. Start from x0.astype(float).

x0가 정수이면 x도 정수 배열이라서 `x -= …`가 실수형 값을 써넣지 못하고 오류를 냅니다.
x0.astype(float)에서 시작하세요.
"""

FAILS = "test_start_of_the_path"


def gradient_descent(f_grad, x0, lr, steps):
    x = x0.copy()
    path = [x.copy()]
    for _ in range(steps):
        x -= lr * f_grad(x)
        path.append(x.copy())
    return x, np.array(path)
