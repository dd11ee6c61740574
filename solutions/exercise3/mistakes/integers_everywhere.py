"""np.zeros_like(x) of an array of integers is an array of integers, and x itself cannot hold
3.0001 either. Use x.astype(float) and np.zeros(x.shape).

정수 배열에 대한 np.zeros_like(x)는 정수 배열이고, x 자신도 3.0001을 담을 수 없습니다.
x.astype(float)과 np.zeros(x.shape)를 쓰세요.
"""

FAILS = "test_gradient_at_whole_numbers"


def numerical_gradient(f, x, h=1e-4):
    gradient = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        value = x[index]
        x[index] = value + h
        above = f(x)
        x[index] = value - h
        below = f(x)
        x[index] = value
        gradient[index] = (above - below) / (2 * h)
    return gradient
