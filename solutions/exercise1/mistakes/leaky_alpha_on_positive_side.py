"""You shrank the positive numbers and kept the negative ones. It is the other way round: x for
x > 0, alpha * x elsewhere.

양수를 줄이고 음수를 그대로 두었습니다. 반대입니다. x > 0이면 x, 나머지는 alpha * x입니다.
"""

FAILS = "test_leaky_relu_uses_alpha"


def leaky_relu(x, alpha=0.01):
    return np.minimum(alpha * x, x)
