"""You divide xⱼ·r by n, but not xⱼ·xⱼ, so every update makes its weight n times too small. The n of
1/2n stands in both: size = xⱼ·xⱼ / n.

xⱼ·r은 n으로 나누었지만 xⱼ·xⱼ는 나누지 않아서, 갱신할 때마다 가중치가 n배 작아집니다. 1/2n의 n으로
둘 다 나누어야 합니다: size = xⱼ·xⱼ / n.
"""

FAILS = "test_lasso"


def fit_elastic_net(X, y, alpha, l1_ratio, iterations):
    n, D = X.shape
    X_mean, y_mean = X.mean(axis=0), y.mean()
    Xc, yc = X - X_mean, y - y_mean
    w = np.zeros(D)
    for _ in range(iterations):
        for j in range(D):
            x = Xc[:, j]
            size = x @ x
            if size == 0:
                continue
            z = x @ (yc - Xc @ w + w[j] * x) / n
            w[j] = soft_threshold(z, alpha * l1_ratio) / (size + alpha * (1 - l1_ratio))
    return w, y_mean - X_mean @ w
