"""You applied the sigmoid twice: you took the slope at sigmoid(x) instead of at x. With
s = sigmoid(x) the slope at x is s * (1 - s).

시그모이드를 두 번 적용했습니다. x가 아니라 sigmoid(x)에서의 기울기를 구한 것입니다.
s = sigmoid(x)이면 x에서의 기울기는 s * (1 - s)입니다.
"""

FAILS = "test_sigmoid_grad_is_the_slope_at_x"


def sigmoid_grad(x):
    s = sigmoid(sigmoid(x))
    return s * (1 - s)
