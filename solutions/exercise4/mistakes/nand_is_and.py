"""Your NAND is AND. It is the opposite: weights and bias need the other sign, and the sum at (1, 1)
must be the only one that is not above 0.

NAND가 AND와 같습니다. NAND는 AND의 반대입니다. 가중치와 편향의 부호가 바뀌어야 하고, (1, 1)에서만 합이 0보다
크지 않아야 합니다.
"""

FAILS = "test_nand_is_0_for_two_ones"


def NAND(x1, x2):
    return perceptron(np.array([x1, x2]), np.array([1, 1]), -1)
