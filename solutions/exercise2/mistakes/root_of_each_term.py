"""You took the root of each power before the sum, which undoes the power: your result is the
order 1 distance at every order. Sum first, then take the root.

더하기 전에 항마다 근을 취해서 거듭제곱이 없던 일이 되었습니다. 그래서 어떤 차수에서나 차수 1의
거리가 나옵니다. 먼저 더하고 나서 근을 취하세요.
"""

FAILS = "test_distance_of_each_order"


def distance(p, q, order=2):
    if order < 1:
        raise ValueError("order < 1")
    steps = np.abs(as_floats(p) - as_floats(q))

    if order == np.inf:
        return np.max(steps)
    return np.sum((steps**order) ** (1 / order))
