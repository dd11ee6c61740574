"""Your squares count twice: there is a ½ before them, so the 2 of the slope cancels and the
divisor is size + α (1 - l1_ratio).

제곱의 벌점을 두 번 셌습니다. 그 앞에 ½이 있어 기울기의 2가 지워지므로, 분모는 size + α (1 -
l1_ratio)입니다.
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
            w[j] /= size + 2 * alpha * (1 - l1_ratio)
    return w, y_mean - X_mean @ w
