"""You wrote 0.01 into the formula, so the argument `alpha` has no effect. Use `alpha * x`.

식에 0.01을 직접 써서 인수 `alpha`가 아무 효과도 없습니다. `alpha * x`를 쓰세요.
"""

FAILS = "test_leaky_relu_uses_alpha"


def leaky_relu(x, alpha=0.01):
    return np.where(x > 0, x, 0.01 * x)
