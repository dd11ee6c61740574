"""You use 1 - z as the slope of tanh. It is 1 - z².

tanh의 기울기로 1 - z를 썼습니다. 1 - z²입니다.
"""

FAILS = "test_norms_of_tanh_layers"


def slope(z, activation):
    if activation == "sigmoid":
        return z * (1 - z)
    if activation == "tanh":
        return 1 - z
    return z > 0
