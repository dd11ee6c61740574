"""You take the sigmoid of an output once more before you take its slope. hidden and output are
already sigmoids: the slope is y (1 - y).

기울기를 구하기 전에 출력에 시그모이드를 한 번 더 적용했습니다. hidden과 output은 이미 시그모이드의
값이므로 기울기는 y (1 - y)입니다.
"""

FAILS = "test_gradients_of_the_output_layer"


def backward(params, x, t):
    hidden, output = forward(params, x)
    delta2 = (output - t) * sigmoid(output) * (1 - sigmoid(output))
    delta1 = (params["W2"] @ delta2) * sigmoid(hidden) * (1 - sigmoid(hidden))
    return {"W1": np.outer(x, delta1), "b1": delta1, "W2": np.outer(hidden, delta2), "b2": delta2}
