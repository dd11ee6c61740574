"""You added the bias after the activation. It belongs inside: activation(z @ W + b).

활성화 함수를 적용한 뒤에 편향을 더했습니다. 편향은 그 안에 있어야 합니다:
activation(z @ W + b).
"""

FAILS = "test_forward_through_three_layers"


def forward(x, weights, biases, activation):
    z = x
    for W, b in zip(weights, biases):
        z = activation(np.dot(z, W)) + b
    return z
