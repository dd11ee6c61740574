"""Your XOR is OR: it is 1 for (1, 1) too. No single perceptron can be XOR, for no straight line
parts (0, 1) and (1, 0) from (0, 0) and (1, 1). Use two layers of gates.

XOR가 OR와 같아서 (1, 1)에서도 1입니다. 퍼셉트론 하나로는 XOR를 만들 수 없습니다. (0, 1), (1, 0)을
(0, 0), (1, 1)과 나누는 직선이 없기 때문입니다. 게이트를 두 층으로 쌓으세요.
"""

FAILS = "test_xor_is_1_for_exactly_one_1"


def XOR(x1, x2):
    return perceptron(np.array([x1, x2]), np.array([1, 1]), -0.5)
