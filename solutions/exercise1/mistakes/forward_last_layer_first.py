"""You went through the layers from the last to the first. The batch enters at the first:
weights[0], then weights[1], and so on.

층을 마지막에서 처음으로 거꾸로 지나갔습니다. 배치는 첫 층으로 들어갑니다. weights[0], 그다음
weights[1]의 순서입니다.
"""

FAILS = "test_forward_through_three_layers"


def forward(x, weights, biases, activation):
    z = x
    for W, b in zip(weights[::-1], biases[::-1]):
        z = activation(np.dot(z, W) + b)
    return z
