"""You return a Python list. An array is asked for, with the shape of x:
np.array(slopes).reshape(x.shape).

파이썬 리스트를 반환했습니다. x와 같은 형상의 배열이 필요합니다. np.array(slopes).reshape(x.shape)로
바꾸세요.
"""

FAILS = "test_gradient_of_mixed_terms"

_gradient = numerical_gradient


def numerical_gradient(f, x, h=1e-4):
    return _gradient(f, x, h).ravel().tolist()
