"""You add α to every entry of XcᵀXc. It belongs on the diagonal alone: alpha * np.eye(D).

XcᵀXc의 모든 원소에 α를 더했습니다. 대각선에만 더해야 합니다: alpha * np.eye(D).
"""

FAILS = "test_ridge"


def fit_ridge(X, y, alpha):
    n, D = X.shape
    X_mean, y_mean = X.mean(axis=0), y.mean()
    Xc, yc = X - X_mean, y - y_mean
    w = np.linalg.solve(Xc.T @ Xc + alpha, Xc.T @ yc)
    return w, y_mean - X_mean @ w
