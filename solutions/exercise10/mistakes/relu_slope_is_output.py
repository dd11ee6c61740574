"""You use the output of the ReLU as its slope. The slope is 1 where the output is positive, and 0
elsewhere.

ReLU의 출력을 기울기로 썼습니다. 기울기는 출력이 양수인 곳에서 1, 나머지에서 0입니다.
"""

FAILS = "test_norms_of_relu_layers"


def slope(z, activation):
    if activation == "sigmoid":
        return z * (1 - z)
    if activation == "tanh":
        return 1 - z**2
    return z
