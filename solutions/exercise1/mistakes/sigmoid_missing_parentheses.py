"""You wrote 1 / 1 + exp(-x) without parentheses. Python divides first, so this is 1 + exp(-x)
and always above 1. Write `1 / (1 + np.exp(-x))`.

괄호 없이 1 / 1 + exp(-x)라고 썼습니다. 파이썬은 나눗셈을 먼저 하므로 이것은 1 + exp(-x)이고
언제나 1보다 큽니다. `1 / (1 + np.exp(-x))`라고 쓰세요.
"""

FAILS = "test_sigmoid_rises_symmetrically"


def sigmoid(x):
    return 1 / 1 + np.exp(-x)
