"""You called your own sigmoid instead of the activation you were given. Call the argument:
activation(z @ W + b).

인수로 받은 활성화 함수 대신 자신의 시그모이드를 불렀습니다. 인수를 부르세요:
activation(z @ W + b).
"""

FAILS = "test_forward_through_three_layers"


def forward(x, weights, biases, activation):
    z = x
    for W, b in zip(weights, biases):
        z = sigmoid(np.dot(z, W) + b)
    return z
