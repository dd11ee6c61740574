"""You used the power formula for order infinity too: x**inf is 0 or infinity, and anything to
the power 1/inf = 0 is 1. The limit of the formula is the largest |p - q|; treat np.inf
separately.

차수가 무한대일 때도 거듭제곱 식을 썼습니다. x**inf는 0이나 무한대가 되고, 1/inf = 0 제곱은
언제나 1입니다. 이 식의 극한은 가장 큰 |p - q|이므로 np.inf는 따로 다루세요.
"""

FAILS = "test_distance_of_order_infinity"


def distance(p, q, order=2):
    if order < 1:
        raise ValueError("order < 1")
    steps = np.abs(as_floats(p) - as_floats(q))
    return np.sum(steps**order) ** (1 / order)
