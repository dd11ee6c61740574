"""You subtracted in the denominator: 1 / (1 - exp(-x)). It divides by 0 at x = 0 and is
negative for x < 0. The sigmoid has a plus: 1 / (1 + exp(-x)).

분모에서 뺄셈을 했습니다: 1 / (1 - exp(-x)). x = 0에서 0으로 나누게 되고 x < 0에서는 음수가
됩니다. 시그모이드는 덧셈입니다: 1 / (1 + exp(-x)).
"""

FAILS = "test_sigmoid_rises_symmetrically"


def sigmoid(x):
    return 1 / (1 - np.exp(-x))
