"""Your residual leaves out the part of feature j itself. Add it back first, r = yc - Xc w + w[j] xⱼ;
otherwise every update sees only what is left over.

잔차에서 특성 j 자신의 몫까지 빠졌습니다. 먼저 r = yc - Xc w + w[j] xⱼ로 되돌려 더하세요. 그러지
않으면 갱신할 때마다 남은 것만 보게 됩니다.
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
            z = x @ (yc - Xc @ w) / n
            w[j] = soft_threshold(z, alpha * l1_ratio)
            w[j] /= size + alpha * (1 - l1_ratio)
    return w, y_mean - X_mean @ w
