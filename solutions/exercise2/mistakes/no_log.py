"""You left out the logarithm: your result is minus the mean probability of the right class. The
loss is the mean of its -log.

로그를 빠뜨려서 정답 클래스 확률의 평균에 음의 부호를 붙인 값이 나옵니다. 손실은 -log를 취한
값의 평균입니다.
"""

FAILS = "test_cross_entropy_is_a_loss"


def cross_entropy(y, t):
    y = as_floats(y)
    t = np.asarray(t)
    if t.ndim < y.ndim:
        t = np.eye(y.shape[-1])[t]
    examples = y.size // y.shape[-1]
    return -np.sum(t * y) / examples
