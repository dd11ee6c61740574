"""You forget the bias b. It is often what kills a unit.

편향 b를 빠뜨렸습니다. 노드를 죽이는 것은 흔히 편향입니다.
"""

FAILS = "test_dead_units_of_random_layers"


def dead_units(x, W, b):
    return np.all(x @ W <= 0, axis=0)
