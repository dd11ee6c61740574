"""You send the delta back as delta2 @ W2. Unit j of the hidden layer has the weights of row j, so
it is W2 @ delta2 (for a batch delta2 @ W2.T).

delta를 delta2 @ W2로 돌려보냈습니다. 은닉층 j번 노드의 가중치는 j행에 있으므로 W2 @
delta2입니다(배치에서는 delta2 @ W2.T).
"""

FAILS = "test_gradients_of_the_hidden_layer"


def backward(params, x, t):
    hidden, output = forward(params, x)
    delta2 = (output - t) * output * (1 - output)
    delta1 = (delta2 @ params["W2"]) * hidden * (1 - hidden)
    return {
        "W1": np.outer(x, delta1),
        "b1": delta1,
        "W2": np.outer(hidden, delta2),
        "b2": delta2,
    }
