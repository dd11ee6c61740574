"""You skip the sigmoid of the hidden layer. Without it the two layers are one linear layer.

은닉층의 시그모이드를 빠뜨렸습니다. 시그모이드가 없으면 두 층은 선형인 층 하나와 같습니다.
"""

FAILS = "test_forward_of_random_networks"


def forward(params, x):
    hidden = x @ params["W1"] + params["b1"]
    output = sigmoid(hidden @ params["W2"] + params["b2"])
    return hidden, output
