"""You divide by all entries of y, N · C. The mean runs over the N examples: divide by N.

y의 모든 원소의 수 N · C로 나누었습니다. 평균은 예제 N개에 대한 것이므로 N으로 나눕니다.
"""

FAILS = "test_batch_gradients_of_the_output_layer"


def two_layer_gradient(params, x, t):
    z1 = sigmoid(x @ params["W1"] + params["b1"])
    y = softmax(z1 @ params["W2"] + params["b2"])
    delta2 = (y - t) / y.size
    delta1 = (delta2 @ params["W2"].T) * z1 * (1 - z1)
    return {
        "W1": x.T @ delta1,
        "b1": delta1.sum(axis=0),
        "W2": z1.T @ delta2,
        "b2": delta2.sum(axis=0),
    }
