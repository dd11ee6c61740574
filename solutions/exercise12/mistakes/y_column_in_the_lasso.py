"""You turn y into a column of shape (n, 1). Minus X @ w of shape (n,) it becomes an (n, n) table,
and w[j] gets a whole row. Leave y as it is.

y를 형상이 (n, 1)인 열로 바꾸었습니다. 여기서 형상이 (n,)인 X @ w를 빼면 (n, n) 표가 되어, w[j]에 행 하나가 통째로 들어갑니다. y를 그대로 두세요.
"""

FAILS = "test_lasso"


def fit_elastic_net(X, y, alpha, l1_ratio, iterations):
    n, D = X.shape
    X_mean, y_mean = X.mean(axis=0), y.mean()
    Xc, yc = X - X_mean, (y - y_mean).reshape(-1, 1)
    w = np.zeros(D)
    for _ in range(iterations):
        for j in range(D):
            x = Xc[:, j]
            size = x @ x / n
            if size == 0:
                continue
            z = x @ (yc - Xc @ w + w[j] * x) / n
            w[j] = soft_threshold(z, alpha * l1_ratio)
            w[j] /= size + alpha * (1 - l1_ratio)
    return w, y_mean - X_mean @ w
