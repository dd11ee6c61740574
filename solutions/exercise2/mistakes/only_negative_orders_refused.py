"""You refuse only negative orders. An order between 0 and 1 is no distance either, and order 0
divides by zero: refuse everything below 1.

음수인 차수만 거부했습니다. 0과 1 사이의 차수도 거리가 아니고, 차수 0은 0으로 나누게 됩니다.
1보다 작은 차수는 모두 거부하세요.
"""

FAILS = "test_order_below_one"


def distance(p, q, order=2):
    if order < 0:
        raise ValueError("order < 0")
    steps = np.abs(as_floats(p) - as_floats(q))
    if order == np.inf:
        return np.max(steps)
    return np.sum(steps**order) ** (1 / order)
