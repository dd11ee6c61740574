"""You send only the error of one output back to each hidden unit. Every hidden unit reaches both
outputs, so its slope is the sum of both paths: ∂E1/∂yh1 + ∂E2/∂yh1.

은닉층의 각 노드에 한쪽 출력의 오차만 돌려보냈습니다. 은닉층의 노드는 두 출력 모두에 영향을 주므로
두 경로를 더해야 합니다: ∂E1/∂yh1 + ∂E2/∂yh1.
"""

FAILS = "test_gradients_of_the_hidden_layer"


def backward(params, x, t):
    hidden, output = forward(params, x)
    delta2 = (output - t) * output * (1 - output)
    delta1 = params["W2"][:, 0] * delta2[0] * hidden * (1 - hidden)
    return {
        "W1": np.outer(x, delta1),
        "b1": delta1,
        "W2": np.outer(hidden, delta2),
        "b2": delta2,
    }
