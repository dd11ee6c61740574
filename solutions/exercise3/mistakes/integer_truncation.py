"""An array of integers cannot hold 3.0001: numpy cuts it to 3. So (3, 4) gives (25000, 35000) for
(6, 8). Work on x.astype(float).

정수 배열에는 3.0001을 담을 수 없어 numpy가 3으로 잘라 버립니다. 그래서 (3, 4)에서 (6, 8) 대신
(25000, 35000)이 나옵니다. x.astype(float)으로 계산하세요.
"""

FAILS = "test_gradient_at_whole_numbers"


def numerical_gradient(f, x, h=1e-4):
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        value = x[index]
        x[index] = value + h
        above = f(x)
        x[index] = value - h
        below = f(x)
        x[index] = value
        gradient[index] = (above - below) / (2 * h)
    return gradient
