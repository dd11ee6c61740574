"""You left out the activation after the last layer. Many networks do end without one, but here
it follows every layer, the last one included.

마지막 층 다음의 활성화 함수를 빠뜨렸습니다. 그런 신경망도 많지만, 여기서는 마지막을 포함한 모든
층 다음에 적용합니다.
"""

FAILS = "test_forward_through_three_layers"


def forward(x, weights, biases, activation):
    z = x
    for W, b in zip(weights[:-1], biases[:-1]):
        z = activation(np.dot(z, W) + b)
    return np.dot(z, weights[-1]) + biases[-1]
