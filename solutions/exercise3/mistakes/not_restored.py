"""You leave each entry at x - h. Later entries are then evaluated at a shifted point (x0·x1² at
(2, 3) gives 11.9994 for 12), and the caller's x has changed. Put the old value back before the
next entry.

각 원소를 x - h인 채로 두었습니다. 그러면 다음 원소는 옮겨진 점에서 계산되고((2, 3)에서 x0·x1²의 편미분이
12가 아니라 11.9994), 호출한 쪽의 x도 바뀝니다. 다음 원소로 가기 전에 원래 값을 되돌려 놓으세요.
"""

FAILS = "test_x_is_put_back"


def numerical_gradient(f, x, h=1e-4):
    if x.dtype.kind != "f":
        x = x.astype(float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        value = x[index]
        x[index] = value + h
        above = f(x)
        x[index] = value - h
        below = f(x)
        gradient[index] = (above - below) / (2 * h)
    return gradient
