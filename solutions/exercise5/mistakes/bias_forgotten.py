"""You compute Xw and forget the bias: z = X @ w + b.

Xw만 계산하고 편향을 빠뜨렸습니다. z = X @ w + b입니다.
"""

FAILS = "test_probabilities"


def predict_proba(X, w, b):
    return 1 / (1 + np.exp(-(X @ w)))
