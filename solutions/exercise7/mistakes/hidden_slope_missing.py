"""You leave out the slope of the hidden units, yh (1 - yh). Along the way back the delta passes
every sigmoid, and each multiplies it by its slope.

은닉층의 기울기 yh (1 - yh)를 빠뜨렸습니다. delta는 거꾸로 돌아가면서 시그모이드를 지날 때마다 그
기울기와 곱해집니다.
"""

FAILS = "test_gradients_of_the_hidden_layer"


def backward(params, x, t):
    hidden, output = forward(params, x)
    delta2 = (output - t) * output * (1 - output)
    delta1 = params["W2"] @ delta2
    return {
        "W1": np.outer(x, delta1),
        "b1": delta1,
        "W2": np.outer(hidden, delta2),
        "b2": delta2,
    }
