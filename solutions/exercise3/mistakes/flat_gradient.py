"""Your slopes are right, but you return them in one row. The gradient has the shape of x: end
with .reshape(x.shape).

기울기 값은 맞지만 1차원으로 반환했습니다. 기울기의 형상은 x와 같아야 합니다. 마지막에
.reshape(x.shape)을 쓰세요.
"""

FAILS = "test_gradient_has_the_shape_of_x"

_gradient = numerical_gradient


def numerical_gradient(f, x, h=1e-4):
    return _gradient(f, x, h).ravel()
