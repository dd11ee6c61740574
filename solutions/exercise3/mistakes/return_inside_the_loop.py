"""Your return is inside the loop, so you stop after the first entry and the other slopes stay 0.
Indent it less: it belongs after the loop.

return이 반복문 안에 있어서 첫 원소만 계산하고 끝납니다. 나머지 기울기는 0으로 남습니다. 들여쓰기를 줄여
반복문 뒤로 옮기세요.
"""

FAILS = "test_gradient_of_mixed_terms"


def numerical_gradient(f, x, h=1e-4):
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[index] = h
        gradient[index] = (f(x + step) - f(x - step)) / (2 * h)
        return gradient
