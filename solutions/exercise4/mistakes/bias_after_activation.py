"""You added the biases after the activation. They belong inside: activation(x @ w1 + b1).

활성화 함수를 적용한 뒤에 편향을 더했습니다. 편향은 그 안에 있어야 합니다:
activation(x @ w1 + b1).
"""

FAILS = "test_two_layer_of_random_weights"


def two_layer(x, w1, b1, w2, b2, activation):
    hidden = activation(np.dot(x, w1)) + b1
    return activation(np.dot(hidden, w2)) + b2
