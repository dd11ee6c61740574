"""You never applied the activation. It follows the hidden layer and the output.

활성화 함수를 한 번도 적용하지 않았습니다. 은닉층과 출력층에 모두 적용합니다.
"""

FAILS = "test_two_layer_of_random_weights"


def two_layer(x, w1, b1, w2, b2, activation):
    return np.dot(np.dot(x, w1) + b1, w2) + b2
