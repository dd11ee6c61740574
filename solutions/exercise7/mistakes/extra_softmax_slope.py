"""You multiply y - t by y (1 - y), as for the squared error of task 2. With softmax and cross
entropy that slope has already cancelled: y - t is all.

과제 2의 제곱 오차에서처럼 y - t에 y (1 - y)를 곱했습니다. 소프트맥스와 교차 엔트로피에서는 그
기울기가 이미 지워져 y - t만 남습니다.
"""

FAILS = "test_batch_gradients_of_the_output_layer"


def two_layer_gradient(params, x, t):
    z1 = sigmoid(x @ params["W1"] + params["b1"])
    y = softmax(z1 @ params["W2"] + params["b2"])
    delta2 = (y - t) * y * (1 - y) / len(x)
    delta1 = (delta2 @ params["W2"].T) * z1 * (1 - z1)
    return {
        "W1": x.T @ delta1,
        "b1": delta1.sum(axis=0),
        "W2": z1.T @ delta2,
        "b2": delta2.sum(axis=0),
    }
