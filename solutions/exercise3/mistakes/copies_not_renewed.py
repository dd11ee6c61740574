"""Your two shifted copies are made once, before the loop, so the steps pile up: entry i gets the
sum of all slopes up to i. Make the copies anew for each entry, or put each value back.

옮긴 복사본 두 개를 반복문 앞에서 한 번만 만들어서 변화가 쌓입니다. i번째 원소에 i번째까지의 기울기가 모두
더해집니다. 원소마다 새로 복사하거나 값을 되돌려 놓으세요.
"""

FAILS = "test_gradient_of_mixed_terms"


def numerical_gradient(f, x, h=1e-4):
    plus, minus = x.astype(float), x.astype(float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        plus[index] += h
        minus[index] -= h
        gradient[index] = (f(plus) - f(minus)) / (2 * h)
    return gradient
