"""You let the gradient through every ReLU. Where the weighted sum is not positive the slope is 0.

모든 ReLU에서 기울기를 그대로 통과시켰습니다. 가중합이 양수가 아니면 기울기는 0입니다.
"""

FAILS = "test_norms_of_relu_layers"


def slope(z, activation):
    if activation == "sigmoid":
        return z * (1 - z)
    if activation == "tanh":
        return 1 - z**2
    return np.ones(z.shape)
