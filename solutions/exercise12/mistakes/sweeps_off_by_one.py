"""You go through the weights once too often: range(iterations + 1). range(iterations) counts
right.

한 바퀴를 더 돌았습니다: range(iterations + 1). range(iterations)가 맞습니다.
"""

FAILS = "test_sweeps"


def fit_elastic_net(X, y, alpha, l1_ratio, iterations):
    n, D = X.shape
    X_mean, y_mean = X.mean(axis=0), y.mean()
    Xc, yc = X - X_mean, y - y_mean
    w = np.zeros(D)
    for _ in range(iterations + 1):
        for j in range(D):
            x = Xc[:, j]
            size = x @ x / n
            if size == 0:
                continue
            z = x @ (yc - Xc @ w + w[j] * x) / n
            w[j] = soft_threshold(z, alpha * l1_ratio)
            w[j] /= size + alpha * (1 - l1_ratio)
    return w, y_mean - X_mean @ w
