"""You divide by the number of examples twice, in delta2 and again in the sums. Once is enough:
everything after delta2 inherits it.

예제의 수로 두 번, delta2에서 한 번, 합을 구하면서 또 한 번 나누었습니다. 한 번이면 됩니다. delta2
다음의 값은 모두 그것을 물려받습니다.
"""

FAILS = "test_batch_gradients_of_the_output_layer"


def two_layer_gradient(params, x, t):
    z1 = sigmoid(x @ params["W1"] + params["b1"])
    y = softmax(z1 @ params["W2"] + params["b2"])
    delta2 = (y - t) / len(x) ** 2
    delta1 = (delta2 @ params["W2"].T) * z1 * (1 - z1)
    return {
        "W1": x.T @ delta1,
        "b1": delta1.sum(axis=0),
        "W2": z1.T @ delta2,
        "b2": delta2.sum(axis=0),
    }
