"""Every row of your path equals the last one: `x -= …` changes the array itself, and the list holds
that one array again and again. Append x.copy(), or write x = x - lr * f_grad(x).

path의 모든 행이 마지막 점과 같습니다. `x -= …`는 배열 자체를 바꾸고, 리스트에는 같은 배열이 거듭 들어 있기
때문입니다. x.copy()를 추가하거나 x = x - lr * f_grad(x)라고 쓰세요.
"""

FAILS = "test_descent_into_a_bowl"


def gradient_descent(f_grad, x0, lr, steps):
    x = x0.astype(float)
    path = [x]
    for _ in range(steps):
        x -= lr * f_grad(x)
        path.append(x)
    return x, np.array(path)
