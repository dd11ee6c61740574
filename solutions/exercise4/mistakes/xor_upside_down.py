"""Your XOR is 1 where the inputs are equal, the opposite of what it should be. Perhaps the last
gate is a NAND; it has to be AND.

두 입력이 같을 때 1이 되어 결과가 반대입니다. 마지막 게이트가 NAND인 것 같습니다. AND여야 합니다.
"""

FAILS = "test_xor_is_1_for_exactly_one_1"


def XOR(x1, x2):
    return NAND(NAND(x1, x2), OR(x1, x2))
