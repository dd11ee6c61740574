"""On the negative side your result is positive: you returned -alpha * x. The leak keeps its
sign: alpha * x.

음수 쪽의 결과가 양수입니다. -alpha * x를 반환했습니다. 부호를 그대로 두어야 합니다: alpha * x.
"""

FAILS = "test_leaky_relu_uses_alpha"


def leaky_relu(x, alpha=0.01):
    return np.where(x > 0, x, -alpha * x)
