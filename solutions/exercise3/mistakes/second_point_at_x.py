"""Your second evaluation is at x, not at x - h, and you divide by 2h: half the slope. After adding
h, subtract 2h. If you made two copies, `minus = x` copies nothing; write `minus = x.copy()`.

두 번째 계산이 x - h가 아니라 x에서 이루어지는데 2h로 나누어서 기울기의 절반이 나옵니다. h를 더한
뒤에는 2h를 빼야 합니다. 두 배열로 나누었다면 `minus = x`는 복사가 아니니 `minus = x.copy()`라고 쓰세요.
"""

FAILS = "test_gradient_of_mixed_terms"


def numerical_gradient(f, x, h=1e-4):
    point = x.astype(float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        value = point[index]
        point[index] = value + h
        above = f(point)
        point[index] = value
        below = f(point)
        gradient[index] = (above - below) / (2 * h)
    return gradient
