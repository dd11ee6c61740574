"""You refuse order 1 (order <= 1). Order 1 is the Manhattan distance; only orders below 1 are
refused.

차수 1까지 거부했습니다(order <= 1). 차수 1은 맨해튼 거리입니다. 1보다 작은 차수만 거부하세요.
"""

FAILS = "test_distance_of_each_order"


def distance(p, q, order=2):
    if order <= 1:
        raise ValueError("order <= 1")
    steps = np.abs(as_floats(p) - as_floats(q))
    if order == np.inf:
        return np.max(steps)
    return np.sum(steps**order) ** (1 / order)
