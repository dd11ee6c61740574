"""`x = x0` copies nothing and `x -= …` changes the array itself: the caller's x0 moves along, and
every row of your path is the last point. Start from x0.astype(float) and append copies.

`x = x0`는 복사가 아니고 `x -= …`는 배열 자체를 바꿉니다. 그래서 호출한 쪽의 x0도 함께 바뀌고, path의 모든
행이 마지막 점이 됩니다. x0.astype(float)에서 시작하고 복사본을 추가하세요.
"""

FAILS = "test_descent_into_a_bowl"


def gradient_descent(f_grad, x0, lr, steps):
    x = x0
    path = [x]
    for _ in range(steps):
        x -= lr * f_grad(x)
        path.append(x)
    return x, np.array(path)
