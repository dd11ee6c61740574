"""You averaged the probabilities of the right classes and took the logarithm of the mean. Take
the logarithm of each one, then average.

정답 클래스의 확률을 먼저 평균하고 그 평균에 로그를 취했습니다. 하나씩 로그를 취한 다음 평균을
내세요.
"""

FAILS = "test_cross_entropy_is_a_loss"


def cross_entropy(y, t):
    y = as_floats(y)
    t = np.asarray(t)
    if t.ndim < y.ndim:
        t = np.eye(y.shape[-1])[t]
    examples = y.size // y.shape[-1]
    return -np.log(np.sum(t * y) / examples + 1e-7)
