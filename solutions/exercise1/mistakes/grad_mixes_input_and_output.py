"""You multiplied sigmoid(x) by 1 - x. Both factors need the output:
sigmoid(x) * (1 - sigmoid(x)).

sigmoid(x)에 1 - x를 곱했습니다. 두 인수 모두 출력이어야 합니다: sigmoid(x) * (1 - sigmoid(x)).
"""

FAILS = "test_sigmoid_grad_is_the_slope_at_x"


def sigmoid_grad(x):
    return sigmoid(x) * (1 - x)
