"""You returned -1 where the sum is not above 0. Some books do, but here a silent perceptron is 0.

합이 0보다 크지 않을 때 -1을 반환했습니다. 그렇게 하는 책도 있지만, 여기서는 0입니다.
"""

FAILS = "test_perceptron_of_random_weights"


def perceptron(x, w, b):
    return 1 if np.sum(x * w) + b > 0 else -1
