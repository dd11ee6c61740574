"""Your maximum has `keepdims=True`, but your sum has not. The sums of shape (N,) line up with
the columns instead of the rows. Write `exps.sum(axis=-1, keepdims=True)`.

최댓값에는 `keepdims=True`가 있지만 합에는 없습니다. 형상이 (N,)인 합이 행이 아니라 열에
맞춰집니다. `exps.sum(axis=-1, keepdims=True)`라고 쓰세요.
"""

FAILS = "test_softmax_of_a_batch"


def softmax(x):
    exps = np.exp(x - x.max(axis=-1, keepdims=True))
    return exps / exps.sum(axis=-1)
