"""You forgot b2, the bias of the output: activation(n @ w2 + b2).

출력층의 편향 b2를 빠뜨렸습니다: activation(n @ w2 + b2).
"""

FAILS = "test_two_layer_of_random_weights"


def two_layer(x, w1, b1, w2, b2, activation):
    hidden = activation(np.dot(x, w1) + b1)
    return activation(np.dot(hidden, w2))
