"""You multiply the delta of the hidden layer by yo (1 - yo), the slope of the output. The hidden
layer has its own: yh (1 - yh).

은닉층의 delta에 출력층의 기울기 yo (1 - yo)를 곱했습니다. 은닉층의 기울기는 yh (1 - yh)입니다.
"""

FAILS = "test_gradients_of_the_hidden_layer"


def backward(params, x, t):
    hidden, output = forward(params, x)
    delta2 = (output - t) * output * (1 - output)
    delta1 = (params["W2"] @ delta2) * output * (1 - output)
    return {
        "W1": np.outer(x, delta1),
        "b1": delta1,
        "W2": np.outer(hidden, delta2),
        "b2": delta2,
    }
