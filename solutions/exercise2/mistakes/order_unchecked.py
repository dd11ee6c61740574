"""You compute a value for every order. Below 1 the triangle inequality fails, so it is no
distance: raise ValueError.

어떤 차수든 값을 계산합니다. 차수가 1보다 작으면 삼각 부등식이 깨져서 거리가 아닙니다.
ValueError를 발생시키세요.
"""

FAILS = "test_order_below_one"


def distance(p, q, order=2):
    steps = np.abs(as_floats(p) - as_floats(q))

    if order == np.inf:
        return np.max(steps)
    return np.sum(steps**order) ** (1 / order)
