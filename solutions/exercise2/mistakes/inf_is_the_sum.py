"""For order infinity you took the sum of |p - q|. That is order 1; order infinity is the
largest |p - q|.

차수가 무한대일 때 |p - q|의 합을 구했습니다. 그것은 차수 1의 거리이고, 차수 무한대는 가장 큰
|p - q|입니다.
"""

FAILS = "test_distance_of_order_infinity"


def distance(p, q, order=2):
    if order < 1:
        raise ValueError("order < 1")
    steps = np.abs(as_floats(p) - as_floats(q))

    if order == np.inf:
        return np.sum(steps)
    return np.sum(steps**order) ** (1 / order)
