"""You forget the root: a norm is the square root of the sum of squares.

제곱근을 빠뜨렸습니다. 노름은 제곱합의 제곱근입니다.
"""

FAILS = "test_relative_error_of_random_arrays"


def relative_error(a, n):
    size = np.sum(a**2) + np.sum(n**2)
    if size == 0:
        return 0.0
    return np.sum((a - n) ** 2) / size
