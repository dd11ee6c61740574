"""You added the bias to every product, so with two inputs it counts twice. Sum up first, then add b
once: np.sum(w * x) + b.

곱마다 편향을 더해서, 입력이 둘이면 편향이 두 번 더해집니다. 먼저 합을 구하고 b는 한 번만 더하세요:
np.sum(w * x) + b.
"""

FAILS = "test_perceptron_of_random_weights"


def perceptron(x, w, b):
    return 1 if np.sum(x * w + b) > 0 else 0
