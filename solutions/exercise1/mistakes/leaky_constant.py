"""On the negative side you returned alpha itself, the same number everywhere. It must grow with
x: alpha * x.

음수 쪽에서 alpha 자체를 반환해서 어디서나 같은 수가 나옵니다. x에 비례해야 합니다: alpha * x.
"""

FAILS = "test_leaky_relu_uses_alpha"


def leaky_relu(x, alpha=0.01):
    return np.where(x > 0, x, alpha)
