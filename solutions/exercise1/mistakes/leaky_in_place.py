"""You multiplied inside x itself (`x[x < 0] *= alpha`), so the array of whoever called you has
changed. `np.where(x > 0, x, alpha * x)` makes a new one.

x 안에서 직접 곱했습니다(`x[x < 0] *= alpha`). 그래서 함수를 부른 쪽의 배열이 바뀌었습니다.
`np.where(x > 0, x, alpha * x)`는 새 배열을 만듭니다.
"""

FAILS = "test_leaky_relu_is_an_activation"


def leaky_relu(x, alpha=0.01):
    x[x < 0] *= alpha
    return x
