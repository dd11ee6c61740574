"""You divided by the number of classes C, the length of a row. Divide by N, the number of rows.

클래스의 개수 C, 곧 행의 길이로 나눴습니다. 행의 개수 N으로 나누세요.
"""

FAILS = "test_cross_entropy_is_a_loss"


def cross_entropy(y, t):
    y = as_floats(y)
    t = np.asarray(t)
    if t.ndim < y.ndim:
        t = np.eye(y.shape[-1])[t]
    return -np.sum(t * np.log(y + 1e-7)) / y.shape[-1]
