"""You put x back by adding and subtracting h. Each operation rounds, so x + h - 2h + h is not
always x in the last bit. Keep the old value in a variable and assign it back.

h를 더하고 빼서 x를 되돌렸습니다. 연산마다 반올림되므로 x + h - 2h + h의 마지막 비트는 x와 다를 수
있습니다. 원래 값을 변수에 저장해 두었다가 그대로 대입하세요.
"""

FAILS = "test_x_is_put_back"


def numerical_gradient(f, x, h=1e-4):
    if x.dtype.kind != "f":
        x = x.astype(float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        x[index] += h
        above = f(x)
        x[index] -= 2 * h
        below = f(x)
        x[index] += h
        gradient[index] = (above - below) / (2 * h)
    return gradient
