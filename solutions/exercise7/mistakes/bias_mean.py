"""You take the mean of the deltas for the biases. They are already divided by N, so sum them over
the batch.

편향의 기울기를 delta의 평균으로 구했습니다. delta는 이미 N으로 나누었으므로 배치에 대해 더해야
합니다.
"""

FAILS = "test_batch_gradients_of_the_output_layer"


def two_layer_gradient(params, x, t):
    z1 = sigmoid(x @ params["W1"] + params["b1"])
    y = softmax(z1 @ params["W2"] + params["b2"])
    delta2 = (y - t) / len(x)
    delta1 = (delta2 @ params["W2"].T) * z1 * (1 - z1)
    return {
        "W1": x.T @ delta1,
        "b1": delta1.mean(axis=0),
        "W2": z1.T @ delta2,
        "b2": delta2.mean(axis=0),
    }
