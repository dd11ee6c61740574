"""Your slopes have the shapes (H, D) and (C, H). A gradient has the shape of its weights: x.T @
delta1, not delta1.T @ x.

기울기의 형상이 (H, D)와 (C, H)입니다. 기울기의 형상은 가중치와 같습니다. delta1.T @ x가 아니라 x.T
@ delta1입니다.
"""

FAILS = "test_batch_gradients_of_the_output_layer"


def two_layer_gradient(params, x, t):
    z1 = sigmoid(x @ params["W1"] + params["b1"])
    y = softmax(z1 @ params["W2"] + params["b2"])
    delta2 = (y - t) / len(x)
    delta1 = (delta2 @ params["W2"].T) * z1 * (1 - z1)
    return {
        "W1": delta1.T @ x,
        "b1": delta1.sum(axis=0),
        "W2": delta2.T @ z1,
        "b2": delta2.sum(axis=0),
    }
