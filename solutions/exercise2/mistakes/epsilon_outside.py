"""You added the 1e-7 after the logarithm, where it can no longer prevent log 0. It belongs
inside: log(y + 1e-7).

1e-7을 로그를 취한 뒤에 더했습니다. 그러면 log 0을 막지 못합니다. 괄호 안에 두세요: log(y +
1e-7).
"""

FAILS = "test_probability_zero_of_the_right_class"


def cross_entropy(y, t):
    y = as_floats(y)
    t = np.asarray(t)
    if t.ndim < y.ndim:
        t = np.eye(y.shape[-1])[t]
    examples = y.size // y.shape[-1]
    return -np.sum(t * (np.log(y) + 1e-7)) / examples
