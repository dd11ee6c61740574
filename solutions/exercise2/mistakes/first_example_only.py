"""You computed the loss of the first example only. Average over all N rows.

첫 예제의 손실만 계산했습니다. N개 행 전체의 평균을 내세요.
"""

FAILS = "test_cross_entropy_is_a_loss"


def cross_entropy(y, t):
    y = as_floats(y)
    t = np.asarray(t)
    if t.ndim < y.ndim:
        t = np.eye(y.shape[-1])[t]
    losses = -np.sum(t * np.log(y + 1e-7), axis=-1)
    return np.ravel(losses)[0]
