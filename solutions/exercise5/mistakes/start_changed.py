"""You write into the w you were given: w -= lr * dw changes the caller's array. Write w = w - lr *
dw, or begin with w = w.copy().

받은 w에 바로 썼습니다. w -= lr * dw는 함수를 부른 쪽의 배열을 바꿉니다. w = w - lr *
dw로 쓰거나 w = w.copy()로 시작하세요.
"""

FAILS = "test_start_of_the_training"


def fit(X, t, w, b, lr, steps):
    losses = np.zeros(steps)
    for i in range(steps):
        losses[i] = bce_with_logits(X @ w + b, t)
        dw, db = logistic_gradient(X, t, w, b)
        w -= lr * dw
        b -= lr * db
    return w, b, losses
