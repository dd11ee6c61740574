"""np.zeros_like(x) of an array of integers is an array of integers, so your slopes lose their
decimals. Ask for floats: np.zeros(x.shape) or np.zeros_like(x, dtype=float).

정수 배열에 대한 np.zeros_like(x)는 정수 배열이라서 기울기의 소수점 아래가 사라집니다.
np.zeros(x.shape)나 np.zeros_like(x, dtype=float)로 실수형 배열을 만드세요.
"""

FAILS = "test_gradient_at_whole_numbers"


def numerical_gradient(f, x, h=1e-4):
    gradient = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[index] = h
        gradient[index] = (f(x + step) - f(x - step)) / (2 * h)
    return gradient
