"""You change a copy of x, but call f with x itself, so f never sees the step and every slope is 0.
Call f with the array you changed.

x의 복사본을 바꾸고 f는 x 자신으로 불렀습니다. f는 변화를 보지 못하므로 기울기가 모두 0입니다. 바꾼 배열로
f를 부르세요.
"""

FAILS = "test_gradient_of_mixed_terms"


def numerical_gradient(f, x, h=1e-4):
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        plus, minus = x.astype(float), x.astype(float)
        plus[index] += h
        minus[index] -= h
        gradient[index] = (f(x) - f(x)) / (2 * h)
    return gradient
