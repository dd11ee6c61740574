"""You turned the bias into a column, so it is added per row of the batch. Each bias belongs to
an output, that is a column: add b of shape (H,) as it is.

편향을 열벡터로 바꾸어서 배치의 행마다 더해집니다. 편향은 출력마다, 곧 열마다 하나입니다. 형상이
(H,)인 b를 그대로 더하세요.
"""

FAILS = "test_forward_through_three_layers"


def forward(x, weights, biases, activation):
    z = x
    for W, b in zip(weights, biases):
        z = activation(np.dot(z, W) + b.reshape(-1, 1))
    return z
