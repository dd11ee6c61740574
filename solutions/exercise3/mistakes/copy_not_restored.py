"""You work on a copy, which is good, but leave each entry of it at x - h. Later entries are then
evaluated at a shifted point. Put the old value back, or make a new copy for each entry.

복사본을 쓴 것은 좋지만, 각 원소를 x - h인 채로 두어서 다음 원소는 옮겨진 점에서 계산됩니다. 원래 값을
되돌려 놓거나 원소마다 새로 복사하세요.
"""

FAILS = "test_gradient_of_mixed_terms"


def numerical_gradient(f, x, h=1e-4):
    point = x.astype(float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        value = point[index]
        point[index] = value + h
        above = f(point)
        point[index] = value - h
        below = f(point)
        gradient[index] = (above - below) / (2 * h)
    return gradient
