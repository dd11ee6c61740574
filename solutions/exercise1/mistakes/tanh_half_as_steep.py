"""You computed 2 sigmoid(x) - 1, which is tanh(x / 2). A 2 is missing inside: tanh(x) = 2
sigmoid(2x) - 1.

2 sigmoid(x) - 1을 계산했습니다. 이것은 tanh(x / 2)입니다. 안쪽에 2가 빠졌습니다: tanh(x) = 2
sigmoid(2x) - 1.
"""

FAILS = "test_tanh_is_a_stretched_sigmoid"


def tanh(x):
    return 2 * sigmoid(x) - 1
