"""Your sum has `keepdims=True`, but your maximum has not. The maxima of shape (N,) are
subtracted from the columns instead of the rows. Write `x.max(axis=-1, keepdims=True)`.

합에는 `keepdims=True`가 있지만 최댓값에는 없습니다. 형상이 (N,)인 최댓값이 행이 아니라 열에서
빠집니다. `x.max(axis=-1, keepdims=True)`라고 쓰세요.
"""

FAILS = "test_softmax_of_a_batch"


def softmax(x):
    exps = np.exp(x - x.max(axis=-1))
    return exps / exps.sum(axis=-1, keepdims=True)
