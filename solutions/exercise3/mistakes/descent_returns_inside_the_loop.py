"""Your return is inside the loop, so you stop after one step. Indent it less: it belongs after
the loop.

return이 반복문 안에 있어서 한 단계만 가고 끝납니다. 들여쓰기를 줄여 반복문 뒤로 옮기세요.
"""

FAILS = "test_descent_into_a_bowl"


def gradient_descent(f_grad, x0, lr, steps):
    x = x0.astype(float)
    path = [x]
    for _ in range(steps):
        x = x - lr * f_grad(x)
        path.append(x)
        return x, np.array(path)
