"""You centre with `X -= …`, which changes the array of the caller, and fails where X holds
integers. Write `X = X - X.mean(axis=0)`: that makes a new array.

`X -= …`로 중심화하면 함수를 부른 쪽의 배열이 바뀌고, X가 정수이면 오류가 납니다. `X = X - X.mean(axis=0)`이라고 쓰면 새 배열이 만들어집니다.
"""

FAILS = "test_linear_fit_of_whole_numbers"


def fit_linear(X, y):
    x_mean, y_mean = X.mean(axis=0), y.mean()
    X -= x_mean
    w = np.linalg.lstsq(X, y - y_mean, rcond=None)[0]
    return w, y_mean - x_mean @ w


def fit_ridge(X, y, alpha):
    X_mean, y_mean = X.mean(axis=0), y.mean()
    X -= X_mean
    w = np.linalg.solve(X.T @ X + alpha * np.eye(X.shape[1]), X.T @ (y - y_mean))
    return w, y_mean - X_mean @ w


def fit_elastic_net(X, y, alpha, l1_ratio, iterations):
    n, D = X.shape
    X_mean, y_mean = X.mean(axis=0), y.mean()
    X -= X_mean
    yc = y - y_mean
    w = np.zeros(D)
    for _ in range(iterations):
        for j in range(D):
            x = X[:, j]
            size = x @ x / n
            if size == 0:
                continue
            z = x @ (yc - X @ w + w[j] * x) / n
            w[j] = soft_threshold(z, alpha * l1_ratio) / (size + alpha * (1 - l1_ratio))
    return w, y_mean - X_mean @ w
