"""You do not use the h you are given but always 0.0001. Use the argument h in all three places of
the formula.

주어진 h를 쓰지 않고 항상 0.0001을 썼습니다. 공식의 세 곳 모두에서 인수 h를 쓰세요.
"""

FAILS = "test_gradient_of_mixed_terms"

_gradient = numerical_gradient


def numerical_gradient(f, x, h=1e-4):
    return _gradient(f, x, 1e-4)
