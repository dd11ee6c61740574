"""For order infinity you took the largest p - q with its sign, and missed the negative
differences. Take the largest |p - q|.

차수가 무한대일 때 부호가 있는 p - q의 최댓값을 구해서 음의 차를 놓쳤습니다. |p - q|의 최댓값을
구하세요.
"""

FAILS = "test_distance_of_order_infinity"


def distance(p, q, order=2):
    if order < 1:
        raise ValueError("order < 1")
    steps = as_floats(p) - as_floats(q)
    if order == np.inf:
        return np.max(steps)
    return np.sum(np.abs(steps) ** order) ** (1 / order)
