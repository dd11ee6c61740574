"""You return None for an order below 1 (perhaps after printing a message). The caller would go
on with a None: raise ValueError(...).

차수가 1보다 작을 때 None을 반환합니다(메시지를 출력했을 수도 있습니다). 호출한 쪽은 None으로
계속 계산하게 됩니다. raise ValueError(...)를 쓰세요.
"""

FAILS = "test_order_below_one"


def distance(p, q, order=2):
    if order < 1:
        return None
    steps = np.abs(as_floats(p) - as_floats(q))
    if order == np.inf:
        return np.max(steps)
    return np.sum(steps**order) ** (1 / order)
