"""You left out the 1e-7. For a probability of 0 the logarithm is -∞, and 0 · -∞ is NaN: one
zero in y spoils the whole loss. Use log(y + 1e-7).

1e-7을 빠뜨렸습니다. 확률이 0이면 로그가 -∞이고 0 · -∞는 NaN이므로, y에 0이 하나만 있어도 손실
전체가 망가집니다. log(y + 1e-7)로 계산하세요.
"""

FAILS = "test_probability_zero_of_the_right_class"


def cross_entropy(y, t):
    y = as_floats(y)
    t = np.asarray(t)
    if t.ndim < y.ndim:
        t = np.eye(y.shape[-1])[t]
    examples = y.size // y.shape[-1]
    return -np.sum(t * np.log(y)) / examples
