"""You compute all weights of a sweep from the old ones. Each update must see the newest weights:
put w[j] into the residual before you go on to j + 1.

한 바퀴의 모든 가중치를 이전 값으로 계산했습니다. 갱신마다 가장 새로운 가중치를 써야 합니다. j + 1로 가기 전에 새 w[j]를 잔차에 반영하세요.
"""

FAILS = "test_sweeps"


def fit_elastic_net(X, y, alpha, l1_ratio, iterations):
    n, D = X.shape
    X_mean, y_mean = X.mean(axis=0), y.mean()
    Xc, yc = X - X_mean, y - y_mean
    w = np.zeros(D)
    for _ in range(iterations):
        old = w.copy()
        for j in range(D):
            x = Xc[:, j]
            size = x @ x / n
            if size == 0:
                continue
            z = x @ (yc - Xc @ old + old[j] * x) / n
            w[j] = soft_threshold(z, alpha * l1_ratio)
            w[j] /= size + alpha * (1 - l1_ratio)
    return w, y_mean - X_mean @ w
