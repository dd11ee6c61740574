"""For integers your powers are integers too, and from about 9.2e18 on they overflow to nonsense.
Turn x into floats first.

x가 정수이면 거듭제곱도 정수라서, 약 9.2e18부터는 오버플로가 나서 엉뚱한 수가 됩니다. 먼저 x를
실수형으로 바꾸세요.
"""

FAILS = "test_powers_of_whole_numbers"


def polynomial_features(x, degree):
    return np.vander(x, degree + 1, increasing=True)
