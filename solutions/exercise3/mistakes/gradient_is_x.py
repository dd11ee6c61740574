"""`gradient = x` makes no new array: both names mean the same one, so your slopes overwrite x
while you still need it. Use np.zeros(x.shape).

`gradient = x`는 새 배열을 만들지 않습니다. 두 이름이 같은 배열을 가리켜서, 아직 필요한 x를 기울기가
덮어씁니다. np.zeros(x.shape)를 쓰세요.
"""

FAILS = "test_x_is_put_back"


def numerical_gradient(f, x, h=1e-4):
    if x.dtype.kind != "f":
        x = x.astype(float)
    gradient = x
    for index in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[index] = h
        gradient[index] = (f(x + step) - f(x - step)) / (2 * h)
    return gradient
