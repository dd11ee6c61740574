"""Your columns are multiples of x: kx. Powers are x ** k.

열이 x의 배수 kx입니다. 거듭제곱은 x ** k입니다.
"""

FAILS = "test_powers"


def polynomial_features(x, degree):
    columns = np.outer(x.astype(float), np.arange(degree + 1))
    columns[:, 0] = 1
    return columns
