"""You always return the Euclidean distance. The argument order says which power and which root
to take.

언제나 유클리드 거리를 반환합니다. 몇 제곱을 하고 몇 제곱근을 취할지는 인수 order가 정합니다.
"""

FAILS = "test_distance_of_each_order"


def distance(p, q, order=2):
    if order < 1:
        raise ValueError("order < 1")
    return np.sqrt(np.sum((as_floats(p) - as_floats(q)) ** 2))
