"""You subtracted the lengths of p and q. Two different points as far from the origin would then
have distance 0. Subtract coordinate by coordinate first.

p의 길이에서 q의 길이를 뺐습니다. 그러면 원점에서 같은 만큼 떨어진 서로 다른 두 점의 거리가 0이
됩니다. 먼저 좌표마다 빼세요.
"""

FAILS = "test_distance_is_a_metric"


def distance(p, q, order=2):
    if order < 1:
        raise ValueError("order < 1")

    def length(point):
        if order == np.inf:
            return np.max(np.abs(point))
        return np.sum(np.abs(as_floats(point)) ** order) ** (1 / order)

    return abs(length(p) - length(q))
