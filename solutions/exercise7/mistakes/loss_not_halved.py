"""Your slopes are twice too large. The loss is half the sum of the squares, and the ½ cancels the 2
of the derivative.

기울기가 두 배입니다. 손실은 제곱합의 절반이므로, 미분할 때 나오는 2가 ½과 지워집니다.
"""

FAILS = "test_gradients_of_the_output_layer"


def backward(params, x, t):
    hidden, output = forward(params, x)
    delta2 = 2 * (output - t) * output * (1 - output)
    delta1 = (params["W2"] @ delta2) * hidden * (1 - hidden)
    return {
        "W1": np.outer(x, delta1),
        "b1": delta1,
        "W2": np.outer(hidden, delta2),
        "b2": delta2,
    }
