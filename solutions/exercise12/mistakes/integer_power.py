"""You turn x into integers before you take powers, so 1.9 counts as 1. Turn it into floats:
x.astype(float).

거듭제곱을 구하기 전에 x를 정수로 바꾸어서 1.9가 1이 됩니다. x.astype(float)을 써서 실수형으로
바꾸세요.
"""

FAILS = "test_powers"


def polynomial_features(x, degree):
    return x.astype(int)[:, None].astype(float) ** np.arange(degree + 1)
