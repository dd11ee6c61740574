"""You wrote y[:, t], which picks the columns of all labels from every row: N × N numbers. Pair
each row with its own label: y[np.arange(N), t].

y[:, t] 라고 썼습니다. 그러면 모든 행에서 모든 레이블의 열을 골라 수가 N × N개가 됩니다. 행마다
자기 레이블과 짝지으세요: y[np.arange(N), t].
"""

FAILS = "test_labels_and_one_hot_rows_agree"


def cross_entropy(y, t):
    y, t = as_floats(y), np.asarray(t)
    if t.ndim == y.ndim:
        t = t.argmax(axis=-1)
    y = y.reshape(-1, y.shape[-1])
    return -np.sum(np.log(y[:, t.reshape(-1)] + 1e-7)) / len(y)
