"""You left out the activation of the hidden layer. Without it the two layers are one, and one layer
cannot do XOR.

은닉층의 활성화 함수를 빠뜨렸습니다. 그러면 두 층은 층 하나와 같고, 층 하나로는 XOR를 만들 수 없습니다.
"""

FAILS = "test_two_layer_of_random_weights"


def two_layer(x, w1, b1, w2, b2, activation):
    hidden = np.dot(x, w1) + b1
    return activation(np.dot(hidden, w2) + b2)
