"""You call a unit alive whose weighted sum is exactly 0. The ReLU is 0 there, so it is dead.

가중합이 정확히 0인 노드를 살아 있다고 했습니다. 그곳에서 ReLU는 0이므로 죽은 노드입니다.
"""

FAILS = "test_dead_units_at_the_border"


def dead_units(x, W, b):
    return np.all(x @ W + b < 0, axis=0)
