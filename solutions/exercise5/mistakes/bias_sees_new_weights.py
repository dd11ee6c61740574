"""You update w first and then take the gradient for b at the new w. Both gradients belong to the
same place: call logistic_gradient once, then update both.

w를 먼저 갱신하고 새 w에서 b의 기울기를 구했습니다. 두 기울기는 같은 점에서 구해야 합니다.
logistic_gradient를 한 번 부른 뒤 둘 다 갱신하세요.
"""

FAILS = "test_twenty_steps"


def fit(X, t, w, b, lr, steps):
    w = w.astype(float)
    losses = np.zeros(steps)
    for i in range(steps):
        losses[i] = bce_with_logits(X @ w + b, t)
        w -= lr * logistic_gradient(X, t, w, b)[0]
        b -= lr * logistic_gradient(X, t, w, b)[1]
    return w, b, losses
