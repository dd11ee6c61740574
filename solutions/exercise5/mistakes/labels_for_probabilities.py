"""You return 0 or 1, the prediction. Return the probability itself; whoever wants a decision can
compare it with 0.5.

예측한 클래스인 0과 1을 반환했습니다. 확률 자체를 반환하세요. 판정이 필요하면 나중에 0.5와 비교하면
됩니다.
"""

FAILS = "test_probabilities"


def predict_proba(X, w, b):
    return (X @ w + b > 0).astype(float)


def logistic_gradient(X, t, w, b):
    error = 1 / (1 + np.exp(-(X @ w + b))) - t
    return X.T @ error / len(X), float(np.mean(error))
