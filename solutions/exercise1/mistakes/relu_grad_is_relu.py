"""You returned the ReLU itself. Its slope on the positive side is 1 everywhere, however large x
is.

ReLU 값을 그대로 반환했습니다. 양수 쪽의 기울기는 x가 얼마나 크든 어디서나 1입니다.
"""

FAILS = "test_relu_grad_is_0_at_0"


def relu_grad(x):
    return np.maximum(0.0, x)
