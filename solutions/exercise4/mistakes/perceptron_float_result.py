"""You returned 0.0 and 1.0. The answer is an integer, 0 or 1; wrap it in int(...).

0.0과 1.0을 반환했습니다. 답은 정수 0 또는 1입니다. int(...)로 감싸세요.
"""

FAILS = "test_perceptron_of_random_weights"


def perceptron(x, w, b):
    return np.heaviside(np.sum(x * w) + b, 0.0)
