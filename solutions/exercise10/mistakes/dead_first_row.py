"""You look at the first row only. Another row may wake the unit: ask all of them.

첫째 행만 보았습니다. 다른 행이 노드를 깨울 수 있으니 모든 행을 보세요.
"""

FAILS = "test_dead_units_of_random_layers"


def dead_units(x, W, b):
    return x[0] @ W + b <= 0
