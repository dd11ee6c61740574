"""You used a sigmoid of your own instead of the activation you were given. Call the argument:
activation(...).

인수로 받은 활성화 함수 대신 직접 만든 시그모이드를 썼습니다. 인수를 부르세요: activation(...).
"""

FAILS = "test_two_layer_uses_the_given_activation"


def two_layer(x, w1, b1, w2, b2, activation):
    def sigmoid(a):
        return 1 / (1 + np.exp(-a))

    return sigmoid(np.dot(sigmoid(np.dot(x, w1) + b1), w2) + b2)
