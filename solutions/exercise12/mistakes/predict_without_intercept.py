"""Your predictions lack the intercept: every one is off by b. Return X @ w + b.

예측에 절편이 빠져서 모두 b만큼 어긋납니다. X @ w + b를 반환하세요.
"""

FAILS = "test_prediction"


def predict(X, w, b):
    return X @ w
