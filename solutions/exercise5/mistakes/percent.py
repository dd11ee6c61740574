"""You return per cent. The slide prints 100 times the probability; the function returns the
probability, between 0 and 1.

백분율을 반환했습니다. 슬라이드는 확률에 100을 곱해 출력하지만, 함수는 0과 1 사이의 확률을 반환해야
합니다.
"""

FAILS = "test_probabilities"


def predict_proba(X, w, b):
    return 100 / (1 + np.exp(-(X @ w + b)))


def logistic_gradient(X, t, w, b):
    error = 1 / (1 + np.exp(-(X @ w + b))) - t
    return X.T @ error / len(X), float(np.mean(error))
