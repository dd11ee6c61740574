"""You wrote the zeros and ones into x itself, so the array of whoever called you has changed.
Make a new one: `np.where(x > 0, 1.0, 0.0)`.

0과 1을 x 자체에 써넣었습니다. 그래서 함수를 부른 쪽의 배열이 바뀌었습니다. 새 배열을 만드세요:
`np.where(x > 0, 1.0, 0.0)`.
"""

FAILS = "test_relu_grad_leaves_its_argument"


def relu_grad(x):
    x[x <= 0] = 0
    x[x > 0] = 1
    return x
