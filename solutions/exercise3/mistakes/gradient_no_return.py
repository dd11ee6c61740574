"""You compute the gradient but do not return it, so the function gives None. End with a return,
after the loop.

기울기를 계산했지만 반환하지 않아서 결과가 None입니다. 반복문이 끝난 뒤에 return을 쓰세요.
"""

FAILS = "test_gradient_of_mixed_terms"

_gradient = numerical_gradient


def numerical_gradient(f, x, h=1e-4):
    gradient = _gradient(f, x, h)
