"""You start from zeros. Start from the w and b you are given.

0에서 시작했습니다. 받은 w와 b에서 시작하세요.
"""

FAILS = "test_twenty_steps"


def fit(X, t, w, b, lr, steps):
    w, b = np.zeros(X.shape[1]), 0.0
    losses = np.zeros(steps)
    for i in range(steps):
        losses[i] = bce_with_logits(X @ w + b, t)
        dw, db = logistic_gradient(X, t, w, b)
        w -= lr * dw
        b -= lr * db
    return w, b, losses
