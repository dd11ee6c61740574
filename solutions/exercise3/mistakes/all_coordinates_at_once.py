"""You moved all entries at once: f(x + h) adds h to every entry of an array. So every place gets
the sum of all slopes: (14, 14) for (6, 8). Move one entry at a time.

모든 원소를 한꺼번에 옮겼습니다. 배열에서 f(x + h)는 모든 원소에 h를 더합니다. 그래서 자리마다 기울기의
합이 들어가 (6, 8) 대신 (14, 14)가 됩니다. 한 번에 한 원소만 옮기세요.
"""

FAILS = "test_gradient_of_mixed_terms"


def numerical_gradient(f, x, h=1e-4):
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        gradient[index] = (f(x + h) - f(x - h)) / (2 * h)
    return gradient
