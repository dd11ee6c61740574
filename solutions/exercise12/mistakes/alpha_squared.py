"""You use α². In a formula with more rows under X it is √α that stands there; in XcᵀXc + αI it is
α itself.

α²을 썼습니다. X 아래에 행을 덧붙이는 식이라면 그 자리에 √α가 오고, XcᵀXc + αI에는 α가 그대로 옵니다.
"""

FAILS = "test_ridge"


def fit_ridge(X, y, alpha):
    n, D = X.shape
    X_mean, y_mean = X.mean(axis=0), y.mean()
    Xc, yc = X - X_mean, y - y_mean
    w = np.linalg.solve(Xc.T @ Xc + alpha**2 * np.eye(D), Xc.T @ yc)
    return w, y_mean - X_mean @ w
