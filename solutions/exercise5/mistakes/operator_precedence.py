"""Your list of losses stays empty: i + 1 % 300 means i + (1 % 300), which is never 0. The first
listing of deck 000 has the same slip. Here every step is noted, so no condition is needed.

손실 목록이 비어 있습니다. i + 1 % 300은 i + (1 % 300)이라서 0이 되는 일이 없습니다.
000 강의의 첫 코드에도 있는 실수입니다. 여기서는 단계마다 기록하므로 조건이 필요 없습니다.
"""

FAILS = "test_twenty_steps"


def fit(X, t, w, b, lr, steps):
    w = w.astype(float)
    losses = []
    for i in range(steps):
        loss = bce_with_logits(X @ w + b, t)
        dw, db = logistic_gradient(X, t, w, b)
        w -= lr * dw
        b -= lr * db
        if i + 1 % 300 == 0:
            losses.append(loss)
    return w, b, np.array(losses)
