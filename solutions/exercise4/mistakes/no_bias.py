"""You left out the bias. The sum is w·x + b; without b the border always runs through the origin.

편향을 빠뜨렸습니다. 합은 w·x + b입니다. b가 없으면 경계는 언제나 원점을 지납니다.
"""

FAILS = "test_perceptron_of_random_weights"


def perceptron(x, w, b):
    return 1 if np.sum(x * w) > 0 else 0
