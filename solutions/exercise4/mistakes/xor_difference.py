"""You subtracted the inputs, which gives -1 for (0, 1). The answers of a gate are 0 and 1.

두 입력을 빼서 (0, 1)에서 -1이 나옵니다. 게이트의 답은 0과 1뿐입니다.
"""

FAILS = "test_xor_is_1_for_exactly_one_1"


def XOR(x1, x2):
    return x1 - x2
