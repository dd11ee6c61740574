"""You took np.mean over all N·C entries. Only the N examples count: sum over the classes, then
average over the batch.

np.mean으로 N·C개 원소 전체의 평균을 냈습니다. 나누는 수는 예제의 수 N입니다. 클래스에 대해서는
더하고, 배치에 대해서만 평균을 내세요.
"""

FAILS = "test_cross_entropy_is_a_loss"


def cross_entropy(y, t):
    y = as_floats(y)
    t = np.asarray(t)
    if t.ndim < y.ndim:
        t = np.eye(y.shape[-1])[t]
    return -np.mean(t * np.log(y + 1e-7))
