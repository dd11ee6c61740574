"""You overwrite your result in every round of the loop, so only the slope of the last entry is
left, as one number. Write into an array: gradient[index] = …

반복할 때마다 결과를 덮어써서 마지막 원소의 기울기만 수 하나로 남습니다. gradient[index] = …처럼
배열에 저장하세요.
"""

FAILS = "test_gradient_of_mixed_terms"


def numerical_gradient(f, x, h=1e-4):
    for index in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[index] = h
        gradient = (f(x + step) - f(x - step)) / (2 * h)
    return gradient
