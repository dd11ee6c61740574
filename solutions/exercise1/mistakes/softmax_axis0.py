"""You summed along axis 0, so the columns add up to 1 instead of the rows. Each row is one
example: use `axis=-1`.

축 0을 따라 더해서 행이 아니라 열의 합이 1이 됩니다. 각 행이 예제 하나이므로 `axis=-1`을 쓰세요.
"""

FAILS = "test_softmax_of_a_batch"


def softmax(x):
    exps = np.exp(x - x.max(axis=0, keepdims=True))
    return exps / exps.sum(axis=0, keepdims=True)
