"""You wrote down two hidden units, n1 and n2, as on the slide. With one unit this raises
IndexError, and a third is left out. Use n @ w2.

슬라이드처럼 은닉층의 노드를 n1, n2 두 개만 적었습니다. 하나이면 IndexError가 나고, 셋째부터는
빠집니다. n @ w2를 쓰세요.
"""

FAILS = "test_two_layer_of_any_size"


def two_layer(x, w1, b1, w2, b2, activation):
    n1 = activation(np.dot(x, w1[:, 0]) + b1[0])
    n2 = activation(np.dot(x, w1[:, 1]) + b1[1])
    return activation(n1 * w2[0] + n2 * w2[1] + b2)
