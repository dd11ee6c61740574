"""You do not centre X and y, so the weights have to do the work of the intercept. Centre first
and compute b = ȳ - x̄·w at the end.

X와 y를 중심화하지 않아서 가중치가 절편의 일까지 떠맡습니다. 먼저 중심화하고 마지막에 b = ȳ - x̄·w를 구하세요.
"""

FAILS = "test_lasso"


def fit_elastic_net(X, y, alpha, l1_ratio, iterations):
    n, D = X.shape
    X_mean, y_mean = X.mean(axis=0), y.mean()
    Xc, yc = X, y
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
