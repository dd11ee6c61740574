"""You computed W @ z. Deck 002 writes it so for column vectors, but here each row is an
example: z @ W.

W @ z를 계산했습니다. 002 강의는 열벡터라서 그렇게 쓰지만, 여기서는 각 행이 예제 하나입니다: z @
W.
"""

FAILS = "test_forward_through_three_layers"


def forward(x, weights, biases, activation):
    z = x
    for W, b in zip(weights, biases):
        z = activation(np.dot(W, z) + b)
    return z
