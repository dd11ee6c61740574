"""You took the layers out of the lists with `pop`, so whoever called you is left with empty
lists. Read them instead: `for W, b in zip(weights, biases)`.

`pop`으로 리스트에서 층을 꺼냈습니다. 그래서 함수를 부른 쪽에는 빈 리스트만 남습니다. 꺼내지
말고 읽기만 하세요: `for W, b in zip(weights, biases)`.
"""

FAILS = "test_forward_leaves_its_arguments"


def forward(x, weights, biases, activation):
    z = x
    while weights:
        z = activation(np.dot(z, weights.pop(0)) + biases.pop(0))
    return z
