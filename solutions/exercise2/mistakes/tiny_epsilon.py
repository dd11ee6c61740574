"""You added 1e-15 instead of 1e-7. A probability of 0 then costs 34.5 instead of 16.118. The
text fixes 1e-7.

1e-7 대신 1e-15를 더했습니다. 그러면 확률 0의 손실이 16.118이 아니라 34.5가 됩니다. 이
수업에서는 1e-7을 씁니다.
"""

FAILS = "test_probability_zero_of_the_right_class"


def cross_entropy(y, t):
    y = as_floats(y)
    t = np.asarray(t)
    if t.ndim < y.ndim:
        t = np.eye(y.shape[-1])[t]
    examples = y.size // y.shape[-1]
    return -np.sum(t * np.log(y + 1e-15)) / examples
