"""One of your iterations updates one weight. An iteration goes through all of them.

반복 한 번에 가중치 하나만 갱신했습니다. 반복 한 번은 모든 가중치를 한 바퀴 도는 것입니다.
"""

FAILS = "test_sweeps"


def fit_elastic_net(X, y, alpha, l1_ratio, iterations):
    n, D = X.shape
    X_mean, y_mean = X.mean(axis=0), y.mean()
    Xc, yc = X - X_mean, y - y_mean
    w = np.zeros(D)
    for k in range(iterations):
        for j in [k % D]:
            x = Xc[:, j]
            size = x @ x / n
            if size == 0:
                continue
            z = x @ (yc - Xc @ w + w[j] * x) / n
            w[j] = soft_threshold(z, alpha * l1_ratio)
            w[j] /= size + alpha * (1 - l1_ratio)
    return w, y_mean - X_mean @ w
