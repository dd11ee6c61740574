"""You wrote down three layers, as on the slide. With two layers this raises IndexError, and a
fourth is left out. Loop over the lists: `for W, b in zip(weights, biases)`.

슬라이드처럼 층 세 개를 직접 적었습니다. 층이 둘이면 IndexError가 나고, 네 번째 층은 빠집니다.
리스트를 따라 반복하세요: `for W, b in zip(weights, biases)`.
"""

FAILS = "test_forward_of_any_depth"


def forward(x, weights, biases, activation):
    z1 = activation(np.dot(x, weights[0]) + biases[0])
    z2 = activation(np.dot(z1, weights[1]) + biases[1])
    return activation(np.dot(z2, weights[2]) + biases[2])
