"""You return one loss for each example. Return their mean, one number.

예제마다 손실을 하나씩 반환했습니다. 그 평균인 수 하나를 반환하세요.
"""

FAILS = "test_bce_with_logits_is_a_loss"


def bce_with_logits(z, t):
    return np.maximum(z, 0) - t * z + np.log1p(np.exp(-np.abs(z)))


def fit(X, t, w, b, lr, steps):
    w = w.astype(float)
    losses = np.zeros(steps)
    for i in range(steps):
        losses[i] = np.mean(bce_with_logits(X @ w + b, t))
        dw, db = logistic_gradient(X, t, w, b)
        w -= lr * dw
        b -= lr * db
    return w, b, losses
