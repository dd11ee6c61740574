"""You fall back on another order when the one given is below 1. The caller would never learn of
the error: raise ValueError(...).

차수가 1보다 작으면 다른 차수로 바꾸어 계산합니다. 그러면 호출한 쪽은 잘못을 알 수 없습니다.
raise ValueError(...)를 쓰세요.
"""

FAILS = "test_order_below_one"


def distance(p, q, order=2):
    order = max(order, 1)
    steps = np.abs(as_floats(p) - as_floats(q))
    if order == np.inf:
        return np.max(steps)
    return np.sum(steps**order) ** (1 / order)
