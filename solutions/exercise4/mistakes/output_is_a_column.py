"""You returned a column of shape (N, 1). One number for each row is asked for, shape (N,). With w2
of shape (H,) as you get it, n @ w2 has that shape.

형상이 (N, 1)인 열을 반환했습니다. 행마다 수 하나, 곧 형상 (N,)이 필요합니다. 받은 그대로 형상이
(H,)인 w2를 쓰면 n @ w2의 형상이 그렇게 됩니다.
"""

FAILS = "test_two_layer_of_random_weights"


def two_layer(x, w1, b1, w2, b2, activation):
    hidden = activation(np.dot(x, w1) + b1)
    return activation(np.dot(hidden, w2.reshape(-1, 1)) + b2)
