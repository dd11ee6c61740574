"""Your XOR is AND: 1 only for (1, 1). In the first layer you need NAND, "not both", beside OR.

XOR가 AND와 같아서 (1, 1)에서만 1입니다. 첫 층에는 OR와 함께 '둘 다 1은 아님'을 뜻하는 NAND가
필요합니다.
"""

FAILS = "test_xor_is_1_for_exactly_one_1"


def XOR(x1, x2):
    return AND(AND(x1, x2), OR(x1, x2))
