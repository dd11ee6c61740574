"""You call f with a flat array. f expects the shape of x: a network's loss, for example, multiplies
by x as a matrix. Reshape before you call: f(flat.reshape(x.shape)).

f를 1차원 배열로 불렀습니다. f는 x와 같은 형상을 기대합니다. 예를 들어 신경망의 손실 함수는 x를 행렬로
곱합니다. f(flat.reshape(x.shape))처럼 형상을 되돌려서 부르세요.
"""

FAILS = "test_what_f_is_called_with"

_gradient = numerical_gradient


def numerical_gradient(f, x, h=1e-4):
    return _gradient(f, x.ravel(), h).reshape(x.shape)
