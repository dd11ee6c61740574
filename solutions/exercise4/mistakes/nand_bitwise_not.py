"""You turned AND round with `~`. For integers `~0` is -1 and `~1` is -2. The
opposite of 0 and 1 is `1 - AND(x1, x2)`.

`~`로 AND를 뒤집었습니다. 정수에서 `~0`은 -1, `~1`은 -2입니다. 0과 1의 반대는
`1 - AND(x1, x2)`입니다.
"""

FAILS = "test_nand_is_0_for_two_ones"


def NAND(x1, x2):
    return ~AND(x1, x2)
