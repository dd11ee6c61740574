"""You cut the order down to a whole number. Every order from 1 on is allowed, 1.5 too.

차수를 정수로 잘랐습니다. 1 이상이면 1.5처럼 정수가 아닌 차수도 쓸 수 있습니다.
"""

FAILS = "test_distance_of_each_order"


def distance(p, q, order=2):
    if order < 1:
        raise ValueError("order < 1")
    steps = np.abs(as_floats(p) - as_floats(q))

    if order == np.inf:
        return np.max(steps)
    order = int(order)
    return np.sum(steps**order) ** (1 / order)
