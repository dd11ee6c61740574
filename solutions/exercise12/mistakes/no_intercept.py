"""Your line always goes through the origin: b is 0. Give the model an intercept, by a column of
ones or by centring X and y.

직선이 언제나 원점을 지납니다. b가 0이기 때문입니다. 1로 된 열을 붙이거나 X와 y를 중심화해서 절편도 구하세요.
"""

FAILS = "test_linear_fit"


def fit_linear(X, y):
    return np.linalg.lstsq(X, y, rcond=None)[0], 0.0
