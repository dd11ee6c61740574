"""Your slope is 1 on the negative side and 0 on the positive one. The ReLU is flat for negative
x and rises with slope 1 for positive x.

기울기가 음수 쪽에서 1, 양수 쪽에서 0입니다. ReLU는 x가 음수이면 평평하고 양수이면 기울기 1로
올라갑니다.
"""

FAILS = "test_relu_grad_is_0_at_0"


def relu_grad(x):
    return np.where(x < 0, 1.0, 0.0)
