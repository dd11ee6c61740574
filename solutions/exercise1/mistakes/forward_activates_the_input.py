"""You applied the activation before the product: activation(z) @ W + b. It comes after:
activation(z @ W + b).

곱하기 전에 활성화 함수를 적용했습니다: activation(z) @ W + b. 곱하고 더한 뒤에 적용합니다:
activation(z @ W + b).
"""

FAILS = "test_forward_through_three_layers"


def forward(x, weights, biases, activation):
    z = x
    for W, b in zip(weights, biases):
        z = np.dot(activation(z), W) + b
    return z
