"""You averaged the powers. A distance sums over the coordinates; the mean makes it shorter the
more coordinates there are.

거듭제곱을 평균했습니다. 거리는 좌표에 대해 더합니다. 평균을 내면 좌표가 많을수록 거리가
짧아집니다.
"""

FAILS = "test_distance_of_each_order"


def distance(p, q, order=2):
    if order < 1:
        raise ValueError("order < 1")
    steps = np.abs(as_floats(p) - as_floats(q))

    if order == np.inf:
        return np.max(steps)
    return np.mean(steps**order) ** (1 / order)
