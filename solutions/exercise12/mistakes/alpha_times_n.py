"""Your penalty is n times too strong: that is the α of a formula with the mean of the squared
errors. Here the errors are summed.

벌점이 n배 강합니다. 제곱 오차의 평균을 쓰는 식의 α입니다. 여기서는 제곱 오차를 더하기만 합니다.
"""

FAILS = "test_ridge"


def fit_ridge(X, y, alpha):
    n, D = X.shape
    X_mean, y_mean = X.mean(axis=0), y.mean()
    Xc, yc = X - X_mean, y - y_mean
    w = np.linalg.solve(Xc.T @ Xc + n * alpha * np.eye(D), Xc.T @ yc)
    return w, y_mean - X_mean @ w
