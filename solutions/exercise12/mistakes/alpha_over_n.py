"""Your penalty is n times too weak. The errors are summed, not averaged, so α stands alone: XcᵀXc
+ αI.

벌점이 n배 약합니다. 제곱 오차를 평균하지 않고 더하므로 α를 그대로 씁니다: XcᵀXc + αI.
"""

FAILS = "test_ridge"


def fit_ridge(X, y, alpha):
    n, D = X.shape
    X_mean, y_mean = X.mean(axis=0), y.mean()
    Xc, yc = X - X_mean, y - y_mean
    w = np.linalg.solve(Xc.T @ Xc + alpha / n * np.eye(D), Xc.T @ yc)
    return w, y_mean - X_mean @ w
