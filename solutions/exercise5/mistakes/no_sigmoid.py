"""You return the logit z = Xw + b. It can be any number; the sigmoid makes a probability of it: 1
/ (1 + exp(-z)).

로짓 z = Xw + b를 그대로 반환했습니다. 로짓은 어떤 수든 될 수 있습니다. 시그모이드 1 / (1 +
exp(-z))를 거쳐야 확률이 됩니다.
"""

FAILS = "test_probabilities"


def predict_proba(X, w, b):
    return X @ w + b


def logistic_gradient(X, t, w, b):
    error = 1 / (1 + np.exp(-(X @ w + b))) - t
    return X.T @ error / len(X), float(np.mean(error))
