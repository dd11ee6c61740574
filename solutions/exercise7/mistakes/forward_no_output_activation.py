"""You return the weighted sum of the output layer as output. It goes through the sigmoid too, as
the hidden layer does.

출력층의 가중합을 그대로 출력으로 반환했습니다. 은닉층과 마찬가지로 출력층의 가중합도 시그모이드를
통과해야 합니다.
"""

FAILS = "test_forward_of_random_networks"


def forward(params, x):
    hidden = sigmoid(x @ params["W1"] + params["b1"])
    output = hidden @ params["W2"] + params["b2"]
    return hidden, output
