"""You added the terms (1 - t) log(1 - y) of binary cross entropy. With several classes only the
right class counts: -Σ t log y.

이진 교차 엔트로피의 항 (1 - t) log(1 - y)를 더했습니다. 클래스가 여럿일 때는 정답 클래스의
항만 남습니다: -Σ t log y.
"""

FAILS = "test_cross_entropy_is_a_loss"


def cross_entropy(y, t):
    y = as_floats(y)
    t = np.asarray(t)
    if t.ndim < y.ndim:
        t = np.eye(y.shape[-1])[t]
    examples = y.size // y.shape[-1]
    return -np.sum(t * np.log(y + 1e-7) + (1 - t) * np.log(1 - y + 1e-7)) / examples
