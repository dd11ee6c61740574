"""You divide by the number of entries. A gradient is no mean: each entry is the whole slope in its
direction.

원소의 개수로 나누었습니다. 기울기는 평균이 아닙니다. 각 원소는 그 방향의 기울기 그대로입니다.
"""

FAILS = "test_gradient_of_mixed_terms"

_gradient = numerical_gradient


def numerical_gradient(f, x, h=1e-4):
    return _gradient(f, x, h) / x.size
