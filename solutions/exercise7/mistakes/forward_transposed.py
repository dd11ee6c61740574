"""You multiply by the transposed weights, W @ x. Row i of W holds the weights that leave unit i, so
it is x @ W. In a 2-2-2 network both have the same shape, and only the values tell.

W @ x처럼 전치된 가중치를 곱했습니다. W의 i행에는 i번 노드에서 나가는 가중치가 있으므로 x @ W입니다.
2-2-2 신경망에서는 형상이 같아서 값으로만 알 수 있습니다.
"""

FAILS = "test_forward_of_random_networks"


def forward(params, x):
    hidden = sigmoid(params["W1"] @ x + params["b1"])
    output = sigmoid(params["W2"] @ hidden + params["b2"])
    return hidden, output
