"""Your AND is 1 for a single 1 already, as OR is. Its bias is too high: with the weights 1, 1 the
sum at (1, 0) must not be above 0, so b is -1 or below.

1이 하나만 있어도 AND가 1이 되어 OR와 같습니다. 편향이 너무 큽니다. 가중치가 1, 1이면 (1, 0)에서 합이
0보다 크지 않아야 하므로 b는 -1 이하여야 합니다.
"""

FAILS = "test_and_is_1_for_two_ones"


def AND(x1, x2):
    return perceptron(np.array([x1, x2]), np.array([1, 1]), -0.5)
