"""You return the output alone. Backpropagation needs the hidden layer too: return hidden, output.

출력만 반환했습니다. 역전파에는 은닉층의 출력도 필요합니다. hidden, output을 함께 반환하세요.
"""

FAILS = "test_forward_of_random_networks"


def forward(params, x):
    hidden = sigmoid(x @ params["W1"] + params["b1"])
    output = sigmoid(hidden @ params["W2"] + params["b2"])
    return output


def backward(params, x, t):
    hidden = sigmoid(x @ params["W1"] + params["b1"])
    output = forward(params, x)
    delta2 = (output - t) * output * (1 - output)
    delta1 = (params["W2"] @ delta2) * hidden * (1 - hidden)
    return {
        "W1": np.outer(x, delta1),
        "b1": delta1,
        "W2": np.outer(hidden, delta2),
        "b2": delta2,
    }
