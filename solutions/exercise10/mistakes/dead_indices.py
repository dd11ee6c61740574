"""You return the numbers of the dead units. Wanted is one True or False for each unit.

죽은 노드의 번호를 반환했습니다. 노드마다 True나 False를 하나씩 반환하세요.
"""

FAILS = "test_dead_units_of_random_layers"


def dead_units(x, W, b):
    return np.flatnonzero(np.all(x @ W + b <= 0, axis=0))
