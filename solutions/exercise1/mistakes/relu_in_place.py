"""You wrote zeros into x itself (`x[x < 0] = 0`), so the array of whoever called you has
changed. `np.maximum(0.0, x)` makes a new one.

x 자체에 0을 써넣었습니다(`x[x < 0] = 0`). 그래서 함수를 부른 쪽의 배열이 바뀌었습니다.
`np.maximum(0.0, x)`은 새 배열을 만듭니다.
"""

FAILS = "test_relu_is_an_activation"


def relu(x):
    x[x <= 0] = 0
    return x
