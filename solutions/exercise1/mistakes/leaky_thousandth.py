"""Your default is 0.001, one of the three values on the slide. The default in this exercise is
0.01.

기본값이 0.001입니다. 슬라이드에 나온 세 값 가운데 하나지만, 이 과제의 기본값은 0.01입니다.
"""

FAILS = "test_leaky_relu_uses_alpha"


def leaky_relu(x, alpha=0.001):
    return np.where(x > 0, x, alpha * x)
