"""You start from yt - yo, so every slope has the wrong sign. The derivative of ½ (yt - yo)² with
respect to yo is yo - yt.

yt - yo에서 시작해서 모든 기울기의 부호가 반대입니다. ½ (yt - yo)²을 yo로 미분하면 yo - yt입니다.
"""

FAILS = "test_gradients_of_the_output_layer"


def backward(params, x, t):
    hidden, output = forward(params, x)
    delta2 = (t - output) * output * (1 - output)
    delta1 = (params["W2"] @ delta2) * hidden * (1 - hidden)
    return {
        "W1": np.outer(x, delta1),
        "b1": delta1,
        "W2": np.outer(hidden, delta2),
        "b2": delta2,
    }
