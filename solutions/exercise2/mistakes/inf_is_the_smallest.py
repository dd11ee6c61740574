"""For order infinity you took the smallest |p - q|. The higher the order, the more the largest
difference dominates: take the largest.

차수가 무한대일 때 가장 작은 |p - q|를 구했습니다. 차수가 커질수록 가장 큰 차가 값을 좌우하므로
최댓값을 구해야 합니다.
"""

FAILS = "test_distance_of_order_infinity"


def distance(p, q, order=2):
    if order < 1:
        raise ValueError("order < 1")
    steps = np.abs(as_floats(p) - as_floats(q))

    if order == np.inf:
        return np.min(steps)
    return np.sum(steps**order) ** (1 / order)
