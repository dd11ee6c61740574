"""You refuse a wrong order with assert, which raises AssertionError. An assert states what you
believe about your own code; a wrong argument gets raise ValueError(...).

잘못된 차수를 assert로 거부해서 AssertionError가 발생합니다. assert는 자기 코드에 대한 확신을
적는 곳이고, 잘못된 인수에는 raise ValueError(...)를 씁니다.
"""

FAILS = "test_order_below_one"


def distance(p, q, order=2):
    assert order >= 1
    steps = np.abs(as_floats(p) - as_floats(q))
    if order == np.inf:
        return np.max(steps)
    return np.sum(steps**order) ** (1 / order)
