"""You multiply the output of a layer and the delta entry by entry, which leaves two numbers for
four weights. Each of the two meets each delta: np.outer.

층의 출력과 delta를 원소끼리 곱해서, 가중치는 넷인데 수는 둘뿐입니다. 출력 하나하나가 delta
하나하나와 만나야 합니다: np.outer.
"""

FAILS = "test_gradients_of_the_output_layer"


def backward(params, x, t):
    hidden, output = forward(params, x)
    delta2 = (output - t) * output * (1 - output)
    delta1 = (params["W2"] @ delta2) * hidden * (1 - hidden)
    return {
        "W1": x * delta1,
        "b1": delta1,
        "W2": hidden * delta2,
        "b2": delta2,
    }
