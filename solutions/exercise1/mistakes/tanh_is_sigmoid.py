"""You returned the sigmoid, which runs from 0 to 1. tanh runs from -1 to 1 and is 0 at 0:
tanh(x) = 2 sigmoid(2x) - 1.

시그모이드를 반환했습니다. 시그모이드는 0에서 1까지입니다. tanh는 -1에서 1까지이고 0에서
0입니다: tanh(x) = 2 sigmoid(2x) - 1.
"""

FAILS = "test_tanh_is_a_stretched_sigmoid"


def tanh(x):
    return sigmoid(x)
