"""You returned 1 - sigmoid(x) and left out the other factor. The slope is
sigmoid(x) * (1 - sigmoid(x)), which is 0.25 at 0, not 0.5.

1 - sigmoid(x)를 반환했습니다. 다른 한 인수가 빠졌습니다. 기울기는
sigmoid(x) * (1 - sigmoid(x))이고 0에서 0.5가 아니라 0.25입니다.
"""

FAILS = "test_sigmoid_grad_is_the_slope_at_x"


def sigmoid_grad(x):
    return 1 - sigmoid(x)
