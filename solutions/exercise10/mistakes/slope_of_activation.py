"""You take the slope of the sigmoid at z, its output, as in sigmoid_grad(z). sigmoid_grad wants the
weighted sum a; with z at hand it is z (1 - z).

sigmoid_grad(z)처럼 시그모이드의 출력 z에서 기울기를 구했습니다. sigmoid_grad에는 가중합 a를 주어야 합니다. z가 있으면 z (1 - z)입니다.
"""

FAILS = "test_norms_of_sigmoid_layers"


def slope(z, activation):
    if activation == "sigmoid":
        return activate(z, activation) * (1 - activate(z, activation))
    if activation == "tanh":
        return 1 - np.tanh(z) ** 2
    return z > 0
