"""You used the logarithm to base 2, as for bits; your loss is 1.4427 times the right one. The
lecture's log is the natural one, np.log.

비트를 셀 때처럼 밑이 2인 로그를 썼습니다. 손실이 1.4427배로 나옵니다. 강의의 log는
자연로그이며 numpy에서는 np.log입니다.
"""

FAILS = "test_cross_entropy_is_a_loss"


def cross_entropy(y, t):
    y = as_floats(y)
    t = np.asarray(t)
    if t.ndim < y.ndim:
        t = np.eye(y.shape[-1])[t]
    examples = y.size // y.shape[-1]
    return -np.sum(t * np.log2(y + 1e-7)) / examples
