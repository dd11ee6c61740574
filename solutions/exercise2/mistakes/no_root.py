"""You left out the root: 25 for the lecture's 5. The sum of the powers is raised to 1/order at
the end.

거듭제곱근을 빠뜨려서 강의의 5가 25로 나옵니다. 마지막에 합을 1/order 제곱해야 합니다.
"""

FAILS = "test_distance_of_each_order"


def distance(p, q, order=2):
    if order < 1:
        raise ValueError("order < 1")
    steps = np.abs(as_floats(p) - as_floats(q))

    if order == np.inf:
        return np.max(steps)
    return np.sum(steps**order)
