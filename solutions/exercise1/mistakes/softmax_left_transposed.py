"""You transposed the batch and did not transpose it back, so your result has shape (C, N).
Return `y.T`.

배치를 전치한 뒤 되돌리지 않아서 결과의 형상이 (C, N)입니다. `y.T`를 반환하세요.
"""

FAILS = "test_softmax_of_a_batch"


def softmax(x):
    x = x.T
    exps = np.exp(x - x.max(axis=0))
    return exps / exps.sum(axis=0)
