"""Your slope is negative, but the sigmoid rises. The derivative of exp(-x) is -exp(-x), and the
two minus signs cancel: exp(-x) / (1 + exp(-x))^2 = sigmoid(x) * (1 - sigmoid(x)).

기울기가 음수입니다. 그러나 시그모이드는 증가합니다. exp(-x)의 도함수는 -exp(-x)이므로 두 음수
부호가 서로 지워집니다: exp(-x) / (1 + exp(-x))^2 = sigmoid(x) * (1 - sigmoid(x)).
"""

FAILS = "test_sigmoid_grad_is_the_slope_at_x"


def sigmoid_grad(x):
    return -sigmoid(x) * (1 - sigmoid(x))
