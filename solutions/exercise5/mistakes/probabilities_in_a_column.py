"""You return a column of shape (N, 1). The probabilities must have the shape (N,), like t;
otherwise p - t becomes a table of N x N numbers.

형상이 (N, 1)인 열을 반환했습니다. 확률의 형상은 t와 같은 (N,)이어야 합니다. 그렇지 않으면 p -
t가 N x N 표가 됩니다.
"""

FAILS = "test_probabilities"


def predict_proba(X, w, b):
    z = X @ w.reshape(-1, 1) + b
    return 1 / (1 + np.exp(-z))


def logistic_gradient(X, t, w, b):
    error = predict_proba(X, w, b)[:, 0] - t
    return X.T @ error / len(X), float(np.mean(error))
