"""Your path stops before the last point: you store x before each step, but not after the last one.
path[-1] must be the x you return.

path에 마지막 점이 빠졌습니다. 단계마다 옮기기 전의 x만 저장하고 마지막 단계 뒤의 x는 저장하지 않았습니다.
path[-1]은 반환하는 x와 같아야 합니다.
"""

FAILS = "test_length_of_the_path"


def gradient_descent(f_grad, x0, lr, steps):
    x = x0.astype(float)
    path = np.empty((steps, *x0.shape))
    for k in range(steps):
        path[k] = x
        x = x - lr * f_grad(x)
    return x, path
