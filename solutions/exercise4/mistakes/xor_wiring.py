"""Your XOR is 1 in every row. Perhaps the last gate is an OR: NAND or OR is always true. Both must
hold, so the last gate is AND.

모든 행에서 XOR가 1입니다. 마지막 게이트가 OR인 것 같습니다. NAND와 OR 중 하나는 언제나 참입니다. 둘 다
참이어야 하므로 마지막 게이트는 AND입니다.
"""

FAILS = "test_xor_is_1_for_exactly_one_1"


def XOR(x1, x2):
    return OR(NAND(x1, x2), OR(x1, x2))
