"""You added the bias to the input, before the product: (z + b) @ W. It has one entry for each
output of the layer and is added after the product: z @ W + b.

곱하기 전에 입력에 편향을 더했습니다: (z + b) @ W. 편향은 층의 출력마다 하나씩 있고, 곱한 뒤에
더합니다: z @ W + b.
"""

FAILS = "test_forward_through_three_layers"


def forward(x, weights, biases, activation):
    z = x
    for W, b in zip(weights, biases):
        z = activation(np.dot(z + b, W))
    return z
