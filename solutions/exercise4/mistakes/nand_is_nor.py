"""Your NAND is 1 only for (0, 0); that gate is called NOR. The bias is too low: with the weights
-2, -2 the sum at (1, 0) must be above 0, so b is more than 2.

NAND가 (0, 0)에서만 1입니다. 그것은 NOR 게이트입니다. 편향이 너무 작습니다. 가중치가 -2, -2이면
(1, 0)에서 합이 0보다 커야 하므로 b는 2보다 커야 합니다.
"""

FAILS = "test_nand_is_0_for_two_ones"


def NAND(x1, x2):
    return perceptron(np.array([x1, x2]), np.array([-2, -2]), 2)
