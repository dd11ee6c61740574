"""You add the gradient, so the loss grows with every step. Subtract it: w = w - lr * dw.

기울기를 더해서 단계마다 손실이 커집니다. w = w - lr * dw처럼 빼세요.
"""

FAILS = "test_twenty_steps"


def fit(X, t, w, b, lr, steps):
    w = w.astype(float)
    losses = np.zeros(steps)
    for i in range(steps):
        losses[i] = bce_with_logits(X @ w + b, t)
        dw, db = logistic_gradient(X, t, w, b)
        w += lr * dw
        b += lr * db
    return w, b, losses
