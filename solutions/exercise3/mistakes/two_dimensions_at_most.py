"""You handle one axis and two, but x may have any number of them. Loop over np.ndindex(x.shape):
it gives the index of every entry, whatever the shape.

1차원과 2차원은 처리하지만 x의 차원 수는 정해져 있지 않습니다. np.ndindex(x.shape)로 반복하면 어떤
형상이든 모든 원소의 인덱스를 얻습니다.
"""

FAILS = "test_gradient_has_the_shape_of_x"

_gradient = numerical_gradient


def numerical_gradient(f, x, h=1e-4):
    if x.ndim == 1:
        return _gradient(f, x, h)
    rows, columns = x.shape
    return _gradient(f, x, h)
