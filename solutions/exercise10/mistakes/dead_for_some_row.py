"""You call a unit dead that is 0 for some row. It must be 0 for every row: np.all, not np.any.

어떤 행에서 0인 노드를 죽었다고 했습니다. 모든 행에서 0이어야 합니다. np.any가 아니라 np.all입니다.
"""

FAILS = "test_dead_units_of_random_layers"


def dead_units(x, W, b):
    return np.any(x @ W + b <= 0, axis=0)
