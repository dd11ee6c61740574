"""You square the differences whatever the order is, and then take the root of that order. Raise
|p - q| to the power order.

차수와 상관없이 차를 제곱한 뒤에 그 차수의 근을 취했습니다. |p - q|를 order 제곱하세요.
"""

FAILS = "test_distance_of_each_order"


def distance(p, q, order=2):
    if order < 1:
        raise ValueError("order < 1")
    steps = np.abs(as_floats(p) - as_floats(q))

    if order == np.inf:
        return np.max(steps)
    return np.sum(steps**2) ** (1 / order)
