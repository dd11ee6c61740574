"""You do not divide by xⱼ·xⱼ / n. That is right only for features of standard deviation 1.

xⱼ·xⱼ / n으로 나누지 않았습니다. 나누지 않아도 되는 것은 특성의 표준편차가 1일 때뿐입니다.
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
            size = x @ x / n
            if size == 0:
                continue
            z = x @ (yc - Xc @ w + w[j] * x) / n
            w[j] = soft_threshold(z, alpha * l1_ratio)
            w[j] /= 1 + alpha * (1 - l1_ratio)
    return w, y_mean - X_mean @ w
