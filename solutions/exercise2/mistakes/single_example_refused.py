"""You always index y as (N, C). A single example has the shape (C,): reshape it to (1, C)
first.

y를 언제나 (N, C)로 보고 인덱싱했습니다. 예제가 하나면 형상이 (C,)입니다. 먼저 (1, C)로
바꾸세요.
"""

FAILS = "test_cross_entropy_of_one_example"


def cross_entropy(y, t):
    y, t = as_floats(y), np.asarray(t)
    if t.ndim == 2:
        t = t.argmax(axis=1)
    return -np.mean(np.log(y[np.arange(y.shape[0]), t] + 1e-7))
