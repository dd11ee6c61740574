"""You raised small probabilities to 1e-7 (np.clip or np.maximum) instead of adding 1e-7 to all.
Both avoid log 0, but the values differ; this course uses log(y + 1e-7).

모든 확률에 1e-7을 더하지 않고, 작은 확률만 1e-7로 끌어올렸습니다(np.clip, np.maximum). 둘 다
log 0은 피하지만 값이 다릅니다. 이 수업에서는 log(y + 1e-7)을 씁니다.
"""

FAILS = "test_probability_zero_of_the_right_class"


def cross_entropy(y, t):
    y = as_floats(y)
    t = np.asarray(t)
    if t.ndim < y.ndim:
        t = np.eye(y.shape[-1])[t]
    examples = y.size // y.shape[-1]
    return -np.sum(t * np.log(np.maximum(y, 1e-7))) / examples
