"""You update W2 before you compute the slopes of the hidden layer. All slopes belong to the same
network, the old one: update when all are known.

은닉층의 기울기를 구하기 전에 W2를 갱신했습니다. 모든 기울기는 같은 신경망, 곧 갱신 전 신경망의
것입니다. 기울기를 모두 구한 다음에 갱신하세요.
"""

FAILS = "test_gradients_of_the_hidden_layer"


def backward(params, x, t):
    hidden, output = forward(params, x)
    delta2 = (output - t) * output * (1 - output)
    W2 = params["W2"] - np.outer(hidden, delta2)
    delta1 = (W2 @ delta2) * hidden * (1 - hidden)
    return {"W1": np.outer(x, delta1), "b1": delta1, "W2": np.outer(hidden, delta2), "b2": delta2}
