"""You average over the features, so dw has one entry for each example. Average over the examples,
axis 0: one entry for each weight.

특성에 대해 평균을 내서 dw의 원소가 예제마다 하나씩입니다. 예제에 대해, 곧 axis 0으로 평균을 내면
가중치마다 하나씩 나옵니다.
"""

FAILS = "test_gradient"


def logistic_gradient(X, t, w, b):
    error = predict_proba(X, w, b) - t
    return np.mean(X * error[:, None], axis=1), float(np.mean(error))


def fit(X, t, w, b, lr, steps):
    w = w.astype(float)
    losses = np.zeros(steps)
    for i in range(steps):
        losses[i] = bce_with_logits(X @ w + b, t)
        error = predict_proba(X, w, b) - t
        w -= lr * X.T @ error / len(X)
        b -= lr * np.mean(error)
    return w, b, losses
