"""You turn y into a column of shape (n, 1), and so w has shape (D, 1) and b shape (1,). Leave y
as it is: w then has shape (D,), and b is one number.

y를 형상이 (n, 1)인 열로 바꾸어서 w의 형상이 (D, 1), b의 형상이 (1,)이 되었습니다. y를 그대로 두면 w의 형상은 (D,)이고 b는 수 하나입니다.
"""

FAILS = "test_linear_fit"


def fit_linear(X, y):
    y = y.reshape(-1, 1)
    x_mean = X.mean(axis=0)
    w = np.linalg.lstsq(X - x_mean, y - y.mean(), rcond=None)[0]
    return w, y.mean() - x_mean @ w
