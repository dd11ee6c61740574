"""You call a unit dead whose outputs are nearly 0. However small, a positive output has the slope 1,
and the unit learns.

출력이 0에 가까운 노드를 죽었다고 했습니다. 아무리 작아도 출력이 양수이면 기울기는 1이고 노드는 학습합니다.
"""

FAILS = "test_dead_units_at_the_border"


def dead_units(x, W, b):
    return np.all(np.isclose(np.maximum(x @ W + b, 0), 0), axis=0)
