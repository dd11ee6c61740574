"""You wrote **1 / order: the power binds tighter than the division, so the sum is divided by
order. Put parentheses around it: ** (1 / order).

**1 / order 라고 썼습니다. 거듭제곱이 나눗셈보다 먼저 계산되어 합을 order로 나눈 셈이 됩니다.
괄호로 묶으세요: ** (1 / order).
"""

FAILS = "test_distance_of_each_order"


def distance(p, q, order=2):
    if order < 1:
        raise ValueError("order < 1")
    steps = np.abs(as_floats(p) - as_floats(q))

    if order == np.inf:
        return np.max(steps)
    return np.sum(steps**order) ** 1 / order
