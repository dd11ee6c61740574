"""You wrote the difference into the caller's array (p -= q). After the call their point is
gone. Make a new array: p - q.

호출한 쪽의 배열에 차를 덮어썼습니다(p -= q). 호출이 끝나면 점 p가 사라집니다. p - q 처럼 새
배열을 만드세요.
"""

FAILS = "test_distance_of_each_order"


def distance(p, q, order=2):
    if order < 1:
        raise ValueError("order < 1")
    p -= q
    steps = np.abs(as_floats(p))
    if order == np.inf:
        return np.max(steps)
    return np.sum(steps**order) ** (1 / order)
