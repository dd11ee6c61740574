"""dw is right, but db is a sum over the examples. Divide it by N too.

dw는 맞지만 db는 예제에 대한 합입니다. db도 N으로 나누세요.
"""

FAILS = "test_gradient"


def logistic_gradient(X, t, w, b):
    error = predict_proba(X, w, b) - t
    return X.T @ error / len(X), float(np.sum(error))
