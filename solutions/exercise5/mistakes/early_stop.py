"""You stop when the loss hardly changes. Make every update you are asked for; losses must have the
length steps.

손실이 거의 변하지 않으면 멈추었습니다. 요청받은 횟수만큼 모두 갱신하세요. losses의 길이는 steps여야
합니다.
"""

FAILS = "test_number_of_steps"


def fit(X, t, w, b, lr, steps):
    w = w.astype(float)
    losses = []
    for i in range(steps):
        losses.append(bce_with_logits(X @ w + b, t))
        if len(losses) > 1 and abs(losses[-1] - losses[-2]) < 1e-8:
            break
        dw, db = logistic_gradient(X, t, w, b)
        w -= lr * dw
        b -= lr * db
    return w, b, np.array(losses)
