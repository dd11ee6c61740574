"""You used weights[0] and biases[0] in every layer. Layer i has its own: weights[i] and
biases[i].

모든 층에서 weights[0]과 biases[0]을 썼습니다. i번째 층에는 weights[i]와 biases[i]가 있습니다.
"""

FAILS = "test_forward_through_three_layers"


def forward(x, weights, biases, activation):
    z = x
    for _ in weights:
        z = activation(np.dot(z, weights[0]) + biases[0])
    return z
