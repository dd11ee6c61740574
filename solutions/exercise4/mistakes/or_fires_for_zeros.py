"""Your OR is 1 for (0, 0) too. There the sum is the bias alone, so the bias must not be above 0.

(0, 0)에서도 OR가 1입니다. 그 행의 합은 편향뿐이므로 편향이 0보다 크지 않아야 합니다.
"""

FAILS = "test_or_is_1_for_any_one"


def OR(x1, x2):
    return perceptron(np.array([x1, x2]), np.array([2, 2]), 1)
