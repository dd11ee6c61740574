"""You added the inputs, which gives 2 for (1, 1). OR has to go through the step function: its
answers are 0 and 1.

두 입력을 더해서 (1, 1)에서 2가 나옵니다. 계단 함수를 거쳐야 합니다. OR의 답은 0과 1뿐입니다.
"""

FAILS = "test_or_is_1_for_any_one"


def OR(x1, x2):
    return x1 + x2
