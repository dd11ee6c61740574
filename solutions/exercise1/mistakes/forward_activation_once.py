"""You applied the activation once, after all layers. It belongs inside the loop, after each
layer.

활성화 함수를 모든 층이 끝난 뒤에 한 번만 적용했습니다. 반복문 안에서 각 층 다음에 적용해야
합니다.
"""

FAILS = "test_forward_through_three_layers"


def forward(x, weights, biases, activation):
    z = x
    for W, b in zip(weights, biases):
        z = np.dot(z, W) + b
    return activation(z)
