"""You left out the 1e-7. When the right class has probability 0 the logarithm is -∞ and so is
the loss. Use log(p + 1e-7).

1e-7을 빠뜨렸습니다. 정답 클래스의 확률이 0이면 로그가 -∞가 되어 손실이 무한대가 됩니다. log(p
+ 1e-7)로 계산하세요.
"""

FAILS = "test_probability_zero_of_the_right_class"


def cross_entropy(y, t):
    y, t = as_floats(y), np.asarray(t)
    if t.ndim == y.ndim:
        t = t.argmax(axis=-1)
    y = y.reshape(-1, y.shape[-1])
    return -np.mean(np.log(y[np.arange(len(y)), t.reshape(-1)]))
