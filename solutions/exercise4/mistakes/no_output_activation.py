"""You left out the activation of the output. It follows both layers: activation(n @ w2 + b2).

출력층의 활성화 함수를 빠뜨렸습니다. 두 층 모두에 적용합니다: activation(n @ w2 + b2).
"""

FAILS = "test_two_layer_of_random_weights"


def two_layer(x, w1, b1, w2, b2, activation):
    hidden = activation(np.dot(x, w1) + b1)
    return np.dot(hidden, w2) + b2
