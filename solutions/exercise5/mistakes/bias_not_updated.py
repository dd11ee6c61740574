"""You update w and leave b where it started. Add b = b - lr * db.

w만 갱신하고 b는 처음 값 그대로 두었습니다. b = b - lr * db를 더하세요.
"""

FAILS = "test_twenty_steps"


def fit(X, t, w, b, lr, steps):
    w = w.astype(float)
    losses = np.zeros(steps)
    for i in range(steps):
        losses[i] = bce_with_logits(X @ w + b, t)
        dw, db = logistic_gradient(X, t, w, b)
        w -= lr * dw
    return w, b, losses
