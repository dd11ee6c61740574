"""You work along the units and answer for each row. Work along the rows, axis 0, and answer for each
unit.

노드 방향으로 계산해 행마다 답했습니다. 행 방향(axis=0)으로 계산해 노드마다 답하세요.
"""

FAILS = "test_dead_units_of_random_layers"


def dead_units(x, W, b):
    return np.all(x @ W + b <= 0, axis=1)
