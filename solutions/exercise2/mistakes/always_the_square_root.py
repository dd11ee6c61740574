"""You take the square root whatever the order is. The root belongs to the power: raise the sum
to 1/order.

차수와 상관없이 제곱근을 취했습니다. 거듭제곱과 근은 짝이 맞아야 합니다. 합을 1/order
제곱하세요.
"""

FAILS = "test_distance_of_each_order"


def distance(p, q, order=2):
    if order < 1:
        raise ValueError("order < 1")
    steps = np.abs(as_floats(p) - as_floats(q))

    if order == np.inf:
        return np.max(steps)
    return np.sqrt(np.sum(steps**order))
