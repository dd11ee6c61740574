"""You returned 1 - s^2 with s = sigmoid(x). That rule belongs to tanh. For the sigmoid it is
s * (1 - s).

s = sigmoid(x)로 1 - s^2을 반환했습니다. 이것은 tanh의 규칙입니다. 시그모이드에서는
s * (1 - s)입니다.
"""

FAILS = "test_sigmoid_grad_is_the_slope_at_x"


def sigmoid_grad(x):
    return 1 - sigmoid(x) ** 2
