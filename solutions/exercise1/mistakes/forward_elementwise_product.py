"""You multiplied with `*`, entry by entry. A layer needs the matrix product: `z @ W` or
`np.dot(z, W)`.

`*`로 원소별로 곱했습니다. 층에는 행렬 곱이 필요합니다: `z @ W` 또는 `np.dot(z, W)`.
"""

FAILS = "test_forward_through_three_layers"


def forward(x, weights, biases, activation):
    z = x
    for W, b in zip(weights, biases):
        z = activation(z * W + b)
    return z
