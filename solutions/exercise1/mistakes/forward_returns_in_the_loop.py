"""You returned inside the loop, so only the first layer is computed. Move `return` to the left,
below the loop.

반복문 안에서 반환해서 첫 번째 층만 계산됩니다. `return`을 왼쪽으로 옮겨 반복문 아래에 두세요.
"""

FAILS = "test_forward_through_three_layers"


def forward(x, weights, biases, activation):
    z = x
    for W, b in zip(weights, biases):
        z = activation(np.dot(z, W) + b)
        return z
