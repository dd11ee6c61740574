"""Your w is right, but b is the mean of y. That is the intercept of the centred data; for the
data as they are it is b = ȳ - x̄·w.

w는 맞지만 b가 y의 평균입니다. 이것은 중심화한 데이터의 절편입니다. 원래 데이터의 절편은 b = ȳ - x̄·w입니다.
"""

FAILS = "test_linear_fit"


def fit_linear(X, y):
    Xc = X - X.mean(axis=0)
    return np.linalg.lstsq(Xc, y - y.mean(), rcond=None)[0], y.mean()
