"""You multiplied the hidden units by w2 but did not add them up: `*` goes entry by entry. The
output unit has one sum for each row: n @ w2.

은닉층의 노드에 w2를 곱하기만 하고 더하지 않았습니다. `*`는 원소별 곱입니다. 출력층의 노드는
행마다 합이 하나입니다: n @ w2.
"""

FAILS = "test_two_layer_of_random_weights"


def two_layer(x, w1, b1, w2, b2, activation):
    hidden = activation(np.dot(x, w1) + b1)
    return activation(hidden * w2 + b2)
