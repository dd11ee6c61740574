"""Your first column is x. The power 0, a column of ones, comes before it: there are degree + 1
columns.

첫 열이 x입니다. 그 앞에 0제곱, 곧 1로 된 열이 있어야 하므로 열은 degree + 1개입니다.
"""

FAILS = "test_powers"


def polynomial_features(x, degree):
    return x.astype(float)[:, None] ** np.arange(1, degree + 1)
