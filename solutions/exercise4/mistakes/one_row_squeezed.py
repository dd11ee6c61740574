"""Your result is right for several rows, but for one row you return a bare number, as np.squeeze
does. One row gives an array of shape (1,).

행이 여럿이면 맞지만, 행이 하나이면 np.squeeze처럼 배열이 아니라 수 하나를 반환합니다. 행이 하나이면
형상이 (1,)인 배열입니다.
"""

FAILS = "test_two_layer_of_one_row"


def two_layer(x, w1, b1, w2, b2, activation):
    hidden = activation(np.dot(x, w1) + b1)
    return np.squeeze(activation(np.dot(hidden, w2) + b2))
