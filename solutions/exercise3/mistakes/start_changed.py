"""You changed the caller's x0: `x = x0` copies nothing, and `x -= …` writes into that array (for
integers it even fails). Start from x0.astype(float).

호출한 쪽의 x0를 바꾸었습니다. `x = x0`는 복사가 아니고, `x -= …`는 그 배열에 씁니다(정수 배열이면 오류가
납니다). x0.astype(float)에서 시작하세요.
"""

FAILS = "test_start_of_the_path"


def gradient_descent(f_grad, x0, lr, steps):
    x = x0
    path = [x.copy()]
    for _ in range(steps):
        x -= lr * f_grad(x)
        path.append(x.copy())
    return x, np.array(path)
