"""You multiplied by the transpose of W. The matrix already has shape (inputs, outputs), so the
product is z @ W.

W의 전치 행렬을 곱했습니다. W의 형상은 이미 (입력 수, 출력 수)이므로 z @ W로 곱합니다.
"""

FAILS = "test_forward_through_three_layers"


def forward(x, weights, biases, activation):
    z = x
    for W, b in zip(weights, biases):
        z = activation(np.dot(z, W.T) + b)
    return z
