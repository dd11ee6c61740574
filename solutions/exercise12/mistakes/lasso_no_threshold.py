"""Your weights become small, but never 0: you divide by size + α, which is ridge. The lasso takes
α off the absolute value and stops at 0.

가중치가 작아지기만 하고 0이 되지 않습니다. size + α로 나누는 것은 릿지입니다. 라쏘는 절댓값에서 α를 빼고 0에서 멈춥니다.
"""

FAILS = "test_exact_zeros"


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
            w[j] = z
            w[j] /= size + alpha
    return w, y_mean - X_mean @ w
