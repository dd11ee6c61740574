"""Your threshold is half of what it should be: α/2 belongs to a formula with 1/n. With 1/2n the
threshold is α.

임계값이 절반입니다. α/2는 1/n을 쓰는 식의 임계값입니다. 1/2n에서는 임계값이 α입니다.
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
            w[j] = soft_threshold(z, alpha * l1_ratio / 2)
            w[j] /= size + alpha * (1 - l1_ratio)
    return w, y_mean - X_mean @ w
