"""You have t - p, the way down. The gradient points uphill: p - t. It is fit that turns round,
when it subtracts.

t - p로 계산해서 내려가는 방향이 나왔습니다. 기울기는 올라가는 방향인 p - t로 구합니다. 방향을 뒤집는
것은 fit에서 뺄 때입니다.
"""

FAILS = "test_gradient"


def logistic_gradient(X, t, w, b):
    error = t - predict_proba(X, w, b)
    return X.T @ error / len(X), float(np.mean(error))


def fit(X, t, w, b, lr, steps):
    w = w.astype(float)
    losses = np.zeros(steps)
    for i in range(steps):
        losses[i] = bce_with_logits(X @ w + b, t)
        dw, db = logistic_gradient(X, t, w, b)
        w += lr * dw
        b += lr * db
    return w, b, losses
