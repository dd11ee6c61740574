"""You keep part of the last step (momentum). That is a later exercise; here a step is
lr * f_grad(x) alone.

앞 단계의 이동량을 일부 이어 갔습니다(모멘텀). 그것은 뒤의 연습에서 다룹니다. 여기서 한 단계는
lr * f_grad(x)뿐입니다.
"""

FAILS = "test_descent_into_a_bowl"


def gradient_descent(f_grad, x0, lr, steps):
    x = x0.astype(float)
    velocity = np.zeros(x0.shape)
    path = [x]
    for _ in range(steps):
        velocity = 0.9 * velocity + lr * f_grad(x)
        x = x - velocity
        path.append(x)
    return x, np.array(path)
