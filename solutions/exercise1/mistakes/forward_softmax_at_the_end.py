"""You ended with a softmax. Classifiers often do, but this function applies the activation it
was given to the last layer too.

마지막에 소프트맥스를 적용했습니다. 분류 신경망은 흔히 그렇지만, 이 함수는 마지막 층에도 인수로
받은 활성화 함수를 적용합니다.
"""

FAILS = "test_forward_through_three_layers"


def forward(x, weights, biases, activation):
    z = x
    for W, b in zip(weights[:-1], biases[:-1]):
        z = activation(np.dot(z, W) + b)
    return softmax(np.dot(z, weights[-1]) + biases[-1])
