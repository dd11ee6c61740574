"""You divided by the mean of the row instead of its sum, so each row adds up to C instead of 1.

행의 합이 아니라 평균으로 나누어서 각 행의 합이 1이 아니라 C가 됩니다.
"""

FAILS = "test_softmax_of_a_batch"


def softmax(x):
    exps = np.exp(x - x.max(axis=-1, keepdims=True))
    return exps / exps.mean(axis=-1, keepdims=True)
