"""You took the absolute value of the sum. Positive and negative differences have cancelled by
then: take |p - q| of each coordinate, then the power and the sum.

합에 절댓값을 취했습니다. 그때는 이미 양의 차와 음의 차가 서로 지워진 뒤입니다. 좌표마다 |p -
q|를 구하고 나서 거듭제곱하고 더하세요.
"""

FAILS = "test_distance_of_each_order"


def distance(p, q, order=2):
    if order < 1:
        raise ValueError("order < 1")
    steps = as_floats(p) - as_floats(q)
    if order == np.inf:
        return np.max(np.abs(steps))
    return np.abs(np.sum(steps**order)) ** (1 / order)
