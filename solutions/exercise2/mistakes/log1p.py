"""You computed log(1 + y) (np.log1p). The formula asks for log(y + 1e-7).

log(1 + y)(np.log1p)를 계산했습니다. 식은 log(y + 1e-7)입니다.
"""

FAILS = "test_cross_entropy_is_a_loss"


def cross_entropy(y, t):
    y = as_floats(y)
    t = np.asarray(t)
    if t.ndim < y.ndim:
        t = np.eye(y.shape[-1])[t]
    examples = y.size // y.shape[-1]
    return -np.sum(t * np.log1p(y + 1e-7)) / examples
