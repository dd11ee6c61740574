"""Your penalty is n times too weak: you compare α with a sum over the examples. The formula has
1/2n before the squared errors, so divide both xⱼ·r and xⱼ·xⱼ by n.

벌점이 n배 약합니다. 예제에 대한 합을 α와 비교했기 때문입니다. 제곱 오차 앞에 1/2n이 있으므로 xⱼ·r과 xⱼ·xⱼ를 모두 n으로 나누세요.
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
            w[j] = soft_threshold(z, alpha * l1_ratio / n)
            w[j] /= size + alpha * (1 - l1_ratio) / n
    return w, y_mean - X_mean @ w
