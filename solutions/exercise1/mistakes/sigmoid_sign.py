"""You lost the minus sign: 1 / (1 + exp(x)) is sigmoid(-x) and falls instead of rising. At 0
both are 0.5, which hides it. Write `np.exp(-x)`.

음수 부호가 빠졌습니다. 1 / (1 + exp(x))는 sigmoid(-x)여서 증가하지 않고 감소합니다. 0에서는 둘
다 0.5라서 드러나지 않습니다. `np.exp(-x)`라고 쓰세요.
"""

FAILS = "test_sigmoid_rises_symmetrically"


def sigmoid(x):
    return 1 / (1 + np.exp(x))
