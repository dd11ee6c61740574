"""Without an order you compute the order 1 distance. The default is order=2, the Euclidean
distance.

차수를 주지 않으면 차수 1의 거리를 계산합니다. 기본값은 order=2, 곧 유클리드 거리입니다.
"""

FAILS = "test_distance_of_each_order"


def distance(p, q, order=1):
    if order < 1:
        raise ValueError("order < 1")
    steps = np.abs(as_floats(p) - as_floats(q))

    if order == np.inf:
        return np.max(steps)
    return np.sum(steps**order) ** (1 / order)
