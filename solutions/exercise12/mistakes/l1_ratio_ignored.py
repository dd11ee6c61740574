"""You use α whole for the absolute values. Their share is α · l1_ratio.

절댓값의 벌점에 α를 통째로 썼습니다. 절댓값의 몫은 α · l1_ratio입니다.
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
            w[j] = soft_threshold(z, alpha)
            w[j] /= size + alpha * (1 - l1_ratio)
    return w, y_mean - X_mean @ w
