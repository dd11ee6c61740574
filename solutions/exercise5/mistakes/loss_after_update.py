"""You note the loss after the update, so all losses are shifted by one place. losses[0] is the
loss of the start: note it before you change w and b.

갱신한 뒤에 손실을 기록해서 모두 한 칸씩 밀렸습니다. losses[0]은 출발점의 손실입니다. w와 b를
바꾸기 전에 기록하세요.
"""

FAILS = "test_twenty_steps"


def fit(X, t, w, b, lr, steps):
    w = w.astype(float)
    losses = np.zeros(steps)
    for i in range(steps):
        dw, db = logistic_gradient(X, t, w, b)
        w -= lr * dw
        b -= lr * db
        losses[i] = bce_with_logits(X @ w + b, t)
    return w, b, losses
