"""You stored the rows in an array made with `np.zeros_like(x)`. When the scores are integers
that array is too, and every probability is cut down to 0. Use `np.zeros(x.shape)`.

`np.zeros_like(x)`로 만든 배열에 행을 담았습니다. 점수가 정수이면 그 배열도 정수여서 모든 확률이
0으로 잘립니다. `np.zeros(x.shape)`를 쓰세요.
"""

FAILS = "test_softmax_of_integers"


def softmax(x):
    result = np.zeros_like(x)
    exps = np.exp(x - x.max(axis=-1, keepdims=True))
    result[...] = exps / exps.sum(axis=-1, keepdims=True)
    return result
