"""The outputs of your batch network are sigmoids, as in task 1. Here the scores of each example go
through a softmax, so that they sum to 1.

과제 1에서처럼 출력층에 시그모이드를 썼습니다. 여기서는 예제마다 점수를 소프트맥스에 통과시켜 합이
1이 되게 합니다.
"""

FAILS = "test_batch_gradients_of_the_output_layer"


def two_layer_gradient(params, x, t):
    z1 = sigmoid(x @ params["W1"] + params["b1"])
    y = sigmoid(z1 @ params["W2"] + params["b2"])
    delta2 = (y - t) / len(x)
    delta1 = (delta2 @ params["W2"].T) * z1 * (1 - z1)
    return {
        "W1": x.T @ delta1,
        "b1": delta1.sum(axis=0),
        "W2": z1.T @ delta2,
        "b2": delta2.sum(axis=0),
    }
