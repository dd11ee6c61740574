"""You call f with an array that is zero except for the step. That is the gradient at the origin.
Add the step to x: f(x + step).

한 자리만 h이고 나머지가 0인 배열로 f를 불렀습니다. 이것은 원점에서의 기울기입니다. x에 더해서
f(x + step)으로 부르세요.
"""

FAILS = "test_gradient_of_mixed_terms"


def numerical_gradient(f, x, h=1e-4):
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[index] = h
        gradient[index] = (f(step) - f(-step)) / (2 * h)
    return gradient
