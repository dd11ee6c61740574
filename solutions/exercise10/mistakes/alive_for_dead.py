"""You answer True for the units that are alive. True is for the dead ones.

살아 있는 노드를 True로 답했습니다. 죽은 노드가 True입니다.
"""

FAILS = "test_dead_units_of_random_layers"


def dead_units(x, W, b):
    return np.any(x @ W + b > 0, axis=0)
