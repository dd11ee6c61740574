"""You divided by the sum of the whole array, so all rows together add up to 1. Each row must
add up to 1: `sum(axis=-1, keepdims=True)`.

배열 전체의 합으로 나누어서 모든 행을 합쳐야 1이 됩니다. 각 행의 합이 1이어야 합니다:
`sum(axis=-1, keepdims=True)`.
"""

FAILS = "test_softmax_of_a_batch"


def softmax(x):
    exps = np.exp(x - x.max())
    return exps / exps.sum()
