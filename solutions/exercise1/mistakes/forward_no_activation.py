"""You never applied the activation. Without it all layers together are one single linear map.
Each layer is activation(z @ W + b).

활성화 함수를 한 번도 적용하지 않았습니다. 그러면 모든 층을 합쳐도 선형 변환 하나일 뿐입니다. 각
층은 activation(z @ W + b)입니다.
"""

FAILS = "test_forward_through_three_layers"


def forward(x, weights, biases, activation):
    z = x
    for W, b in zip(weights, biases):
        z = np.dot(z, W) + b
    return z
