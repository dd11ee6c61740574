"""You built XOR with sigmoids, as the slide's table seems to. Its figures are wrong: this network
gives .555 .614 .614 .555. Use the gates, whose perceptrons have the step function.

슬라이드의 표처럼 시그모이드로 XOR를 만들었습니다. 표의 값은 틀렸습니다. 이 신경망의 출력은 .555 .614
.614 .555입니다. 계단 함수를 쓰는 게이트로 만드세요.
"""

FAILS = "test_xor_is_1_for_exactly_one_1"


def XOR(x1, x2):
    def sigmoid(a):
        return 1 / (1 + np.exp(-a))

    n1 = sigmoid(-2 * x1 - 2 * x2 + 3)
    n2 = sigmoid(2 * x1 + 2 * x2 - 1)
    return sigmoid(n1 + n2 - 1)
