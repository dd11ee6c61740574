"""For order infinity you subtracted the largest coordinates, max|p| - max|q|. Subtract
coordinate by coordinate, then take the largest.

차수가 무한대일 때 두 점의 가장 큰 좌표끼리 뺐습니다(max|p| - max|q|). 좌표마다 뺀 다음 가장 큰
값을 구하세요.
"""

FAILS = "test_distance_of_order_infinity"


def distance(p, q, order=2):
    if order < 1:
        raise ValueError("order < 1")
    steps = np.abs(as_floats(p) - as_floats(q))

    if order == np.inf:
        return abs(np.max(np.abs(p)) - np.max(np.abs(q)))
    return np.sum(steps**order) ** (1 / order)
