"""You compared each product with 0 by itself and never added them up. One perceptron has one sum
and one answer: np.sum(w * x) + b.

곱을 더하지 않고 하나하나 0과 비교했습니다. 퍼셉트론 하나에는 합도 하나, 답도 하나입니다:
np.sum(w * x) + b.
"""

FAILS = "test_perceptron_of_random_weights"


def perceptron(x, w, b):
    return np.where(x * w + b > 0, 1, 0)
