"""You left out the minus sign. The logarithm of a probability is negative; with the minus the
loss is positive and falls as the prediction improves.

음의 부호를 빠뜨렸습니다. 확률의 로그는 음수입니다. 음의 부호를 붙여야 손실이 양수가 되고,
예측이 좋아질수록 작아집니다.
"""

FAILS = "test_cross_entropy_is_a_loss"


def cross_entropy(y, t):
    y = as_floats(y)
    t = np.asarray(t)
    if t.ndim < y.ndim:
        t = np.eye(y.shape[-1])[t]
    examples = y.size // y.shape[-1]
    return np.sum(t * np.log(y + 1e-7)) / examples
