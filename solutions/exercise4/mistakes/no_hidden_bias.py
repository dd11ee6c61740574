"""You forgot b1, the biases of the hidden layer: activation(x @ w1 + b1).

은닉층의 편향 b1을 빠뜨렸습니다: activation(x @ w1 + b1).
"""

FAILS = "test_two_layer_of_random_weights"


def two_layer(x, w1, b1, w2, b2, activation):
    hidden = activation(np.dot(x, w1))
    return activation(np.dot(hidden, w2) + b2)
