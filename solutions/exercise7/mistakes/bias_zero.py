"""Your slopes along the biases are 0. A bias is a weight whose input is always 1, so its slope is
the delta itself, for a batch the sum of the deltas.

편향의 기울기가 0입니다. 편향은 입력이 언제나 1인 가중치이므로 기울기는 delta 그 자체이고,
배치에서는 delta의 합입니다.
"""

FAILS = "test_gradients_of_the_output_layer"


def backward(params, x, t):
    hidden, output = forward(params, x)
    delta2 = (output - t) * output * (1 - output)
    delta1 = (params["W2"] @ delta2) * hidden * (1 - hidden)
    return {
        "W1": np.outer(x, delta1),
        "b1": np.zeros(2),
        "W2": np.outer(hidden, delta2),
        "b2": np.zeros(2),
    }


def two_layer_gradient(params, x, t):
    z1 = sigmoid(x @ params["W1"] + params["b1"])
    y = softmax(z1 @ params["W2"] + params["b2"])
    delta2 = (y - t) / len(x)
    delta1 = (delta2 @ params["W2"].T) * z1 * (1 - z1)
    return {
        "W1": x.T @ delta1,
        "b1": np.zeros(delta1.shape[1]),
        "W2": z1.T @ delta2,
        "b2": np.zeros(delta2.shape[1]),
    }
