"""You gave one gate the same input twice: NAND(x1, x1) is "not x1", and your XOR is 1 in one row
alone. Both gates of the first layer take x1 and x2.

한 게이트에 같은 입력을 두 번 넣었습니다. NAND(x1, x1)은 'x1이 아님'이므로 XOR가 한 행에서만 1이
됩니다. 첫 층의 두 게이트는 모두 x1과 x2를 받습니다.
"""

FAILS = "test_xor_is_1_for_exactly_one_1"


def XOR(x1, x2):
    return AND(NAND(x1, x1), OR(x1, x2))
