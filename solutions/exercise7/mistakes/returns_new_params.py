"""backward returns the new parameters. It returns the gradient alone; the step is the business of
update.

backward가 새 파라미터를 반환합니다. backward는 기울기만 반환하고, 갱신은 update가 맡습니다.
"""

FAILS = "test_gradients_of_the_output_layer"


def backward(params, x, t):
    hidden, output = forward(params, x)
    delta2 = (output - t) * output * (1 - output)
    delta1 = (params["W2"] @ delta2) * hidden * (1 - hidden)
    grads = {
        "W1": np.outer(x, delta1),
        "b1": delta1,
        "W2": np.outer(hidden, delta2),
        "b2": delta2,
    }
    return update(params, grads, 1.0)
