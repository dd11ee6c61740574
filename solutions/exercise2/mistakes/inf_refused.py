"""You refuse order infinity. np.inf is a valid order: the distance is then the largest |p - q|.

차수 무한대를 거부했습니다. np.inf는 쓸 수 있는 차수이며, 이때 거리는 가장 큰 |p - q|입니다.
"""

FAILS = "test_distance_of_order_infinity"


def distance(p, q, order=2):
    if order < 1 or order == np.inf:
        raise ValueError("order")
    steps = np.abs(as_floats(p) - as_floats(q))
    return np.sum(steps**order) ** (1 / order)
