"""You compared the sum with 0.5. That is the border for the output of a sigmoid; the sum itself is
compared with 0.

합을 0.5와 비교했습니다. 0.5는 시그모이드의 출력을 나누는 기준입니다. 합 자체는 0과 비교합니다.
"""

FAILS = "test_perceptron_at_the_boundary"


def perceptron(x, w, b):
    return 1 if np.sum(x * w) + b > 0.5 else 0
