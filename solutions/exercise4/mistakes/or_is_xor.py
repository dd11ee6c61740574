"""Your OR is 0 for (1, 1): "either one, but not both" is XOR. OR is 1 as soon as any input is 1.

(1, 1)에서 OR가 0입니다. '둘 중 하나만'은 XOR입니다. OR는 입력 중 하나라도 1이면 1입니다.
"""

FAILS = "test_or_is_1_for_any_one"


def OR(x1, x2):
    return 1 if x1 != x2 else 0
