"""You computed the first row alone. x is a batch with one example in each row; the result has one
number for each. If you loop over the rows, return after the loop.

첫 행만 계산했습니다. x는 각 행이 예제 하나인 배치이고, 결과는 행마다 수 하나입니다. 행을
반복한다면 반복문이 끝난 뒤에 반환하세요.
"""

FAILS = "test_two_layer_of_random_weights"


def two_layer(x, w1, b1, w2, b2, activation):
    for row in x:
        hidden = activation(np.dot(row, w1) + b1)
        return activation(np.dot(hidden, w2) + b2)
