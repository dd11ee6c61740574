"""You compute a1 (1 - a1) from the weighted sum. That formula takes the output of the sigmoid: z1
(1 - z1).

가중합으로 a1 (1 - a1)을 계산했습니다. 그 식에는 시그모이드의 출력을 넣어야 합니다: z1 (1 - z1).
"""

FAILS = "test_batch_gradients_of_the_hidden_layer"


def two_layer_gradient(params, x, t):
    a1 = x @ params["W1"] + params["b1"]
    z1 = sigmoid(a1)
    y = softmax(z1 @ params["W2"] + params["b2"])
    delta2 = (y - t) / len(x)
    delta1 = (delta2 @ params["W2"].T) * a1 * (1 - a1)
    return {
        "W1": x.T @ delta1,
        "b1": delta1.sum(axis=0),
        "W2": z1.T @ delta2,
        "b2": delta2.sum(axis=0),
    }
