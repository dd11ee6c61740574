"""You forgot the biases. Each layer is activation(z @ W + b).

편향을 빠뜨렸습니다. 각 층은 activation(z @ W + b)입니다.
"""

FAILS = "test_forward_through_three_layers"


def forward(x, weights, biases, activation):
    z = x
    for W in weights:
        z = activation(np.dot(z, W))
    return z
