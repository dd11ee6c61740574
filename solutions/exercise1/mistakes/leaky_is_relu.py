"""You returned the plain ReLU, 0 on the negative side. The leaky one lets alpha * x through
there.

음수 쪽이 0인 보통의 ReLU를 반환했습니다. leaky ReLU는 그곳에서 alpha * x를 흘려보냅니다.
"""

FAILS = "test_leaky_relu_uses_alpha"


def leaky_relu(x, alpha=0.01):
    return np.maximum(0.0, x)
