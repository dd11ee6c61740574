"""You use z (1 - z) for every activation. It belongs to the sigmoid: tanh has 1 - z², the ReLU 1 or
0.

모든 활성화 함수에 z (1 - z)를 썼습니다. 이것은 시그모이드의 기울기입니다. tanh는 1 - z², ReLU는 1 또는 0입니다.
"""

FAILS = "test_norms_of_tanh_layers"


def slope(z, activation):
    return z * (1 - z)
