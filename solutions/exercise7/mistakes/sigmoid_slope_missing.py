"""You leave out the slope of the hidden sigmoids: the slopes along W2 are right, those along W1 and
b1 are not. Multiply by z1 (1 - z1).

은닉층 시그모이드의 기울기를 빠뜨렸습니다. W2의 기울기는 맞지만 W1과 b1의 기울기가 틀립니다. z1 (1 -
z1)을 곱하세요.
"""

FAILS = "test_batch_gradients_of_the_hidden_layer"


def two_layer_gradient(params, x, t):
    z1 = sigmoid(x @ params["W1"] + params["b1"])
    y = softmax(z1 @ params["W2"] + params["b2"])
    delta2 = (y - t) / len(x)
    delta1 = delta2 @ params["W2"].T
    return {
        "W1": x.T @ delta1,
        "b1": delta1.sum(axis=0),
        "W2": z1.T @ delta2,
        "b2": delta2.sum(axis=0),
    }
