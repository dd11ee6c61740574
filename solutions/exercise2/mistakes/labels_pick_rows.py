"""You wrote y[t], which picks rows. A label is a column number: row n, column t[n] is
y[np.arange(N), t].

y[t] 라고 썼습니다. 그러면 행이 골라집니다. 레이블은 열 번호이므로 n번째 행의 t[n]번째 열은
y[np.arange(N), t]입니다.
"""

FAILS = "test_labels_and_one_hot_rows_agree"


def cross_entropy(y, t):
    y, t = as_floats(y), np.asarray(t)
    if t.ndim == y.ndim:
        return -np.sum(t * np.log(y + 1e-7)) / (y.size // y.shape[-1])
    return -np.sum(np.log(y[t] + 1e-7)) / np.size(t)
