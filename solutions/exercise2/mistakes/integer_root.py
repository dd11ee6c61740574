"""You wrote 1 // order, which is 0 for every order above 1, and anything to the power 0 is 1.
Use 1 / order.

1 // order 라고 썼습니다. 차수가 1보다 크면 0이 되고, 0제곱은 언제나 1입니다. 1 / order로
쓰세요.
"""

FAILS = "test_distance_of_each_order"


def distance(p, q, order=2):
    if order < 1:
        raise ValueError("order < 1")
    steps = np.abs(as_floats(p) - as_floats(q))

    if order == np.inf:
        return np.max(steps)
    return np.sum(steps**order) ** (1 // order)
