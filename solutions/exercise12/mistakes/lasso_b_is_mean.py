"""Your w is right, but b is the mean of y: the intercept of the centred data. For the data as
they are it is b = ȳ - x̄·w.

w는 맞지만 b가 y의 평균, 곧 중심화한 데이터의 절편입니다. 원래 데이터의 절편은 b = ȳ - x̄·w입니다.
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
            w[j] /= size + alpha * (1 - l1_ratio)
    return w, y_mean
