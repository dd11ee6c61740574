"""The squares are missing: divide by size + α (1 - l1_ratio), not by size alone.

제곱의 벌점이 빠졌습니다. size만이 아니라 size + α (1 - l1_ratio)로 나누세요.
"""

FAILS = "test_elastic_net"


def fit_elastic_net(X, y, alpha, l1_ratio, iterations):
    n, D = X.shape
    X_mean, y_mean = X.mean(axis=0), y.mean()
    Xc, yc = X - X_mean, y - y_mean
    w = np.zeros(D)
    for _ in range(iterations):
        for j in range(D):
            x = Xc[:, j]
            size = x @ x / n
            if size == 0:
                continue
            z = x @ (yc - Xc @ w + w[j] * x) / n
            w[j] = soft_threshold(z, alpha * l1_ratio)
            w[j] /= size
    return w, y_mean - X_mean @ w
