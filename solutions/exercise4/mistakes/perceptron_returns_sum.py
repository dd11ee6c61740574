"""You returned the sum itself. The step function is missing: 1 if the sum is above 0, else 0.

합을 그대로 반환했습니다. 계단 함수가 빠졌습니다. 합이 0보다 크면 1, 아니면 0을 반환하세요.
"""

FAILS = "test_perceptron_of_random_weights"


def perceptron(x, w, b):
    return np.sum(x * w) + b
