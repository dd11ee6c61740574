"""You left out the last layer; perhaps your loop runs to len(weights) - 1. Every pair of
weights and biases is one layer.

마지막 층을 빠뜨렸습니다. 반복문이 len(weights) - 1까지만 도는 것 같습니다. 가중치와 편향의 쌍
하나가 층 하나입니다.
"""

FAILS = "test_forward_through_three_layers"


def forward(x, weights, biases, activation):
    z = x
    for i in range(len(weights) - 1):
        z = activation(np.dot(z, weights[i]) + biases[i])
    return z
