"""You applied softmax to y. y already holds probabilities; a second softmax makes them almost
equal.

y에 소프트맥스를 적용했습니다. y는 이미 확률이고, 소프트맥스를 한 번 더 거치면 확률들이 서로
비슷해집니다.
"""

FAILS = "test_cross_entropy_is_a_loss"


def cross_entropy(y, t):
    y = as_floats(y)
    t = np.asarray(t)
    if t.ndim < y.ndim:
        t = np.eye(y.shape[-1])[t]
    examples = y.size // y.shape[-1]
    y = np.exp(y) / np.sum(np.exp(y), axis=-1, keepdims=True)
    return -np.sum(t * np.log(y + 1e-7)) / examples
