"""You look for units whose weights are all 0. A unit is dead by what it puts out: 0 for every row.

가중치가 모두 0인 노드를 찾았습니다. 죽은 노드는 출력을 보고 정합니다. 모든 행에서 출력이 0이면 죽은 노드입니다.
"""

FAILS = "test_dead_units_of_random_layers"


def dead_units(x, W, b):
    return np.all(W == 0, axis=0)
