"""You computed w1 @ x. Deck 002 writes it so for column vectors, but here each row is an example:
x @ w1.

w1 @ x를 계산했습니다. 002 강의는 열벡터라서 그렇게 쓰지만, 여기서는 각 행이 예제 하나입니다: x
@ w1.
"""

FAILS = "test_two_layer_of_random_weights"


def two_layer(x, w1, b1, w2, b2, activation):
    hidden = activation(np.dot(w1, x) + b1)
    return activation(np.dot(hidden, w2) + b2)
