"""You multiplied every number by alpha. Positive numbers pass unchanged; alpha belongs to the
negative side only.

모든 수에 alpha를 곱했습니다. 양수는 그대로 통과하고, alpha는 음수 쪽에만 곱합니다.
"""

FAILS = "test_leaky_relu_uses_alpha"


def leaky_relu(x, alpha=0.01):
    return alpha * x
