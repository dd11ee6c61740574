"""You ask whether the mean of the weighted sums is at most 0. A unit that a single row wakes can
have such a mean and is alive.

가중합의 평균이 0 이하인지 물었습니다. 한 행만 깨우는 노드는 평균이 그럴 수 있지만 살아 있습니다.
"""

FAILS = "test_dead_units_of_random_layers"


def dead_units(x, W, b):
    return np.mean(x @ W + b, axis=0) <= 0
