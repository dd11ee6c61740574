"""You return one loss for each example. Average them: the batch has a single loss.

예제마다 손실을 하나씩 반환합니다. 그 평균을 내세요. 배치 하나의 손실은 수 하나입니다.
"""

FAILS = "test_cross_entropy_is_a_loss"


def cross_entropy(y, t):
    y = as_floats(y)
    t = np.asarray(t)
    if t.ndim < y.ndim:
        t = np.eye(y.shape[-1])[t]
    return -np.sum(t * np.log(y + 1e-7), axis=-1)
