"""You cut the sum down to an integer before the comparison, so 0.75 becomes 0 and the perceptron
stays silent. Compare the sum as it is.

비교하기 전에 합을 정수로 잘라서, 0.75가 0이 되고 퍼셉트론은 1이 되지 않습니다. 합을 그대로
비교하세요.
"""

FAILS = "test_perceptron_at_the_boundary"


def perceptron(x, w, b):
    return 1 if int(np.sum(x * w) + b) > 0 else 0
