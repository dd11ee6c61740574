"""You round the result. Return all digits, and round only what you print.

결과를 반올림했습니다. 모든 자릿수를 반환하고, 출력할 때만 반올림하세요.
"""

FAILS = "test_gradient_of_mixed_terms"

_gradient = numerical_gradient


def numerical_gradient(f, x, h=1e-4):
    return np.round(_gradient(f, x, h), 2)
