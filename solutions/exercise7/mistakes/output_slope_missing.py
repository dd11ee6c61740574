"""You leave out the slope of the output, yo (1 - yo). Only a softmax or sigmoid with the cross
entropy cancels it, not the squared error.

출력층의 기울기 yo (1 - yo)를 빠뜨렸습니다. 이것이 지워지는 것은 소프트맥스나 시그모이드를 교차
엔트로피와 함께 쓸 때뿐이며, 제곱 오차에서는 남아 있습니다.
"""

FAILS = "test_gradients_of_the_output_layer"


def backward(params, x, t):
    hidden, output = forward(params, x)
    delta2 = output - t
    delta1 = (params["W2"] @ delta2) * hidden * (1 - hidden)
    return {
        "W1": np.outer(x, delta1),
        "b1": delta1,
        "W2": np.outer(hidden, delta2),
        "b2": delta2,
    }
