"""Your penalty is half as strong as asked. The slope of α‖w‖² is 2αw, and that of the squared
error has the same 2, so α remains: XcᵀXc + αI.

벌점이 절반입니다. α‖w‖²의 기울기는 2αw이고 제곱 오차의 기울기에도 같은 2가 있으므로, 남는 것은 α입니다: XcᵀXc + αI.
"""

FAILS = "test_ridge"


def fit_ridge(X, y, alpha):
    n, D = X.shape
    X_mean, y_mean = X.mean(axis=0), y.mean()
    Xc, yc = X - X_mean, y - y_mean
    w = np.linalg.solve(Xc.T @ Xc + alpha / 2 * np.eye(D), Xc.T @ yc)
    return w, y_mean - X_mean @ w
