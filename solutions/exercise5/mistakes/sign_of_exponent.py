"""You have exp(+z) where exp(-z) belongs, so you get 1 - p, and training finds w and b with the
opposite sign. Deck 000 writes its single-variable model like that; here it is 1 / (1 + exp(-z))
with z = Xw + b.

exp(-z)를 쓸 곳에 exp(+z)를 써서 1 - p가 나오고, 학습한 w와 b의 부호도 반대가 됩니다.
000 강의의 단일 변수 모델이 그런 꼴입니다. 여기서는 z = Xw + b일 때 1 / (1 +
exp(-z))입니다.
"""

FAILS = "test_probabilities"


def predict_proba(X, w, b):
    return 1 / (1 + np.exp(X @ w + b))


def fit(X, t, w, b, lr, steps):
    w = w.astype(float)
    losses = np.zeros(steps)
    for i in range(steps):
        losses[i] = bce_with_logits(-(X @ w + b), t)
        dw, db = logistic_gradient(X, t, w, b)
        w += lr * dw
        b += lr * db
    return w, b, losses


def logistic_gradient(X, t, w, b):
    error = predict_proba(X, w, b) - t
    return -X.T @ error / len(X), -float(np.mean(error))
