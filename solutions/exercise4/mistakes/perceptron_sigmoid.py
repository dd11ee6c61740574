"""You applied the sigmoid, which gives numbers between 0 and 1. The perceptron uses the step
function: 1 if the sum is above 0, else 0.

시그모이드를 적용해서 0과 1 사이의 값이 나옵니다. 퍼셉트론은 계단 함수를 씁니다. 합이 0보다 크면 1,
아니면 0입니다.
"""

FAILS = "test_perceptron_of_random_weights"


def perceptron(x, w, b):
    return 1 / (1 + np.exp(-(np.sum(x * w) + b)))
