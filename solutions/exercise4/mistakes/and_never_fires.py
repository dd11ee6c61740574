"""Your AND is never 1. Its bias is too low: with the weights 1, 1 and b = -2 the sum at (1, 1) is
exactly 0, and at 0 a perceptron does not fire.

AND가 한 번도 1이 되지 않습니다. 편향이 너무 작습니다. 가중치가 1, 1이고 b = -2이면 (1, 1)에서 합이
정확히 0이고, 0에서 퍼셉트론은 1이 되지 않습니다.
"""

FAILS = "test_and_is_1_for_two_ones"


def AND(x1, x2):
    return perceptron(np.array([x1, x2]), np.array([1, 1]), -2)
