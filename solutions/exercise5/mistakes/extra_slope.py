"""You multiply by p(1 - p), the slope of the sigmoid. That is right for the squared error; with
the cross entropy the factor cancels, and p - t remains.

시그모이드의 기울기 p(1 - p)를 곱했습니다. 제곱 오차라면 맞지만, 교차 엔트로피에서는 약분되어 p -
t만 남습니다.
"""

FAILS = "test_gradient"


def logistic_gradient(X, t, w, b):
    p = predict_proba(X, w, b)
    error = (p - t) * p * (1 - p)
    return X.T @ error / len(X), float(np.mean(error))
