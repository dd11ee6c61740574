"""You copied the slide's `np.maximum(0.1 * x, x)`. The 0.1 is fixed there, so `alpha` has no
effect and the default is not 0.01. Use `alpha * x`.

슬라이드의 `np.maximum(0.1 * x, x)`를 그대로 옮겼습니다. 0.1이 고정되어 있어 `alpha`가 효과가
없고 기본값도 0.01이 아닙니다. `alpha * x`를 쓰세요.
"""

FAILS = "test_leaky_relu_uses_alpha"


def leaky_relu(x, alpha=0.01):
    return np.maximum(0.1 * x, x)
