"""You sum the deltas to a single number. Each unit has its own bias: sum over the examples alone,
axis=0.

delta를 모두 더해 수 하나로 만들었습니다. 편향은 노드마다 있으므로 예제에 대해서만 더하세요: axis=0.
"""

FAILS = "test_batch_gradients_of_the_output_layer"


def two_layer_gradient(params, x, t):
    z1 = sigmoid(x @ params["W1"] + params["b1"])
    y = softmax(z1 @ params["W2"] + params["b2"])
    delta2 = (y - t) / len(x)
    delta1 = (delta2 @ params["W2"].T) * z1 * (1 - z1)
    return {
        "W1": x.T @ delta1,
        "b1": delta1.sum(),
        "W2": z1.T @ delta2,
        "b2": delta2.sum(),
    }
