"""You take the slope at z1, the output of the sigmoid, as in sigmoid_grad(z1). sigmoid_grad wants
the weighted sum a1; with z1 at hand it is z1 (1 - z1).

sigmoid_grad(z1)처럼 시그모이드의 출력 z1에서 기울기를 구했습니다. sigmoid_grad에는 가중합 a1을
주어야 합니다. z1이 있으면 z1 (1 - z1)입니다.
"""

FAILS = "test_batch_gradients_of_the_hidden_layer"


def two_layer_gradient(params, x, t):
    z1 = sigmoid(x @ params["W1"] + params["b1"])
    y = softmax(z1 @ params["W2"] + params["b2"])
    delta2 = (y - t) / len(x)
    delta1 = (delta2 @ params["W2"].T) * sigmoid(z1) * (1 - sigmoid(z1))
    return {
        "W1": x.T @ delta1,
        "b1": delta1.sum(axis=0),
        "W2": z1.T @ delta2,
        "b2": delta2.sum(axis=0),
    }
