"""A column that is the same everywhere is all 0 after centring, and you compute 0 / 0, which is
NaN. Leave its weight at 0.

값이 모두 같은 열은 중심화하면 전부 0이 되어 0 / 0, 곧 NaN이 나옵니다. 그런 열의 가중치는 0으로 두세요.
"""

FAILS = "test_lasso_of_every_kind_of_column"


def fit_elastic_net(X, y, alpha, l1_ratio, iterations):
    n, D = X.shape
    X_mean, y_mean = X.mean(axis=0), y.mean()
    Xc, yc = X - X_mean, y - y_mean
    w = np.zeros(D)
    for _ in range(iterations):
        for j in range(D):
            x = Xc[:, j]
            size = x @ x / n
            z = x @ (yc - Xc @ w + w[j] * x) / n
            w[j] = soft_threshold(z, alpha * l1_ratio)
            w[j] /= size + alpha * (1 - l1_ratio)
    return w, y_mean - X_mean @ w
