"""You left out the absolute value, so at odd orders positive and negative differences cancel,
and a root of a negative sum is NaN. Order 2 and the lecture's example do not show it. Take |p -
q| first.

절댓값을 빠뜨렸습니다. 그래서 차수가 홀수일 때 양의 차와 음의 차가 서로 지워지고, 합이 음수면
거듭제곱근이 NaN이 됩니다. 차수 2나 강의의 예에서는 드러나지 않습니다. |p - q|를 먼저 구하세요.
"""

FAILS = "test_distance_of_each_order"


def distance(p, q, order=2):
    if order < 1:
        raise ValueError("order < 1")
    steps = as_floats(p) - as_floats(q)
    if order == np.inf:
        return np.max(steps)
    return np.sum(steps**order) ** (1 / order)
