"""You use the quotient of five points, four evaluations for each entry. Here the central
difference of two points is asked for, with at most 2 * x.size + 1 evaluations.

다섯 점을 쓰는 차분이라 원소마다 f를 네 번 계산합니다. 여기서 구할 값은 두 점의 중심 차분이고, f는 최대
2 * x.size + 1번만 부를 수 있습니다.
"""

FAILS = "test_what_f_is_called_with"


def numerical_gradient(f, x, h=1e-4):
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[index] = h
        near = f(x + step) - f(x - step)
        far = f(x + 2 * step) - f(x - 2 * step)
        gradient[index] = (8 * near - far) / (12 * h)
    return gradient
