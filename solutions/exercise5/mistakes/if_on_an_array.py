"""You ask `if z >= 0` of a whole array, and numpy cannot say yes or no for all entries at once.
Use np.where, or a form that needs no case, such as 1 / (1 + np.exp(-z)).

배열 전체에 `if z >= 0`을 물었습니다. numpy는 모든 원소에 대해 한 번에 참, 거짓을 답할 수
없습니다. np.where를 쓰거나 1 / (1 + np.exp(-z))처럼 경우를 나누지 않는 식을 쓰세요.
"""

FAILS = "test_probabilities"


def predict_proba(X, w, b):
    z = X @ w + b
    if z >= 0:
        return 1 / (1 + np.exp(-z))
    return np.exp(z) / (1 + np.exp(z))


def logistic_gradient(X, t, w, b):
    error = 1 / (1 + np.exp(-(X @ w + b))) - t
    return X.T @ error / len(X), float(np.mean(error))
