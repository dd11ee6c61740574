"""Your gradient is N times too large. The loss is the mean over the batch, so divide by the number
of examples, once: (y - t) / N.

기울기가 N배입니다. 손실은 배치의 평균이므로 예제의 수로 한 번 나누어야 합니다: (y - t) / N.
"""

FAILS = "test_batch_gradients_of_the_output_layer"


def two_layer_gradient(params, x, t):
    z1 = sigmoid(x @ params["W1"] + params["b1"])
    y = softmax(z1 @ params["W2"] + params["b2"])
    delta2 = y - t
    delta1 = (delta2 @ params["W2"].T) * z1 * (1 - z1)
    return {
        "W1": x.T @ delta1,
        "b1": delta1.sum(axis=0),
        "W2": z1.T @ delta2,
        "b2": delta2.sum(axis=0),
    }
