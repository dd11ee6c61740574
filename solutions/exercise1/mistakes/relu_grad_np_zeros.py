"""You called `np.zeros(x)`, which takes x for a shape and raises TypeError. (The book's own
code has this slip.) `np.zeros(x.shape)` makes zeros of the shape of x.

`np.zeros(x)`를 불렀습니다. x를 형상으로 받아들이므로 TypeError가 납니다.
(책의 코드에도 있는 실수입니다.) `np.zeros(x.shape)`가 x와 같은 형상의 0 배열을 만듭니다.
"""

FAILS = "test_relu_grad_is_0_at_0"


def relu_grad(x):
    grad = np.zeros(x)
    grad[x > 0] = 1
    return grad
