"""You have 0 and 1 the wrong way round. Above 0 the perceptron fires and is 1; up to 0 it is 0.

0과 1이 뒤바뀌었습니다. 합이 0보다 크면 1, 0 이하이면 0입니다.
"""

FAILS = "test_perceptron_of_random_weights"


def perceptron(x, w, b):
    return 0 if np.sum(x * w) + b > 0 else 1
