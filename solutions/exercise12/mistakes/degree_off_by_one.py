"""The highest power is missing: range(degree) ends at degree - 1. Use range(degree + 1).

가장 높은 차수가 빠졌습니다. range(degree)는 degree - 1에서 끝납니다. range(degree + 1)을 쓰세요.
"""

FAILS = "test_powers"


def polynomial_features(x, degree):
    return x.astype(float)[:, None] ** np.arange(degree)
