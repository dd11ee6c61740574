"""Plain Python: one example and one feature at a time, with `math`; arrays only at the end."""

import math

import numpy as np


def logit(row, w, b):
    z = float(b)
    for value, weight in zip(row, w, strict=True):
        z += float(value) * float(weight)
    return z


def sigma(z):
    if z >= 0:
        return 1 / (1 + math.exp(-z))
    return math.exp(z) / (1 + math.exp(z))


def cost(z, t):
    if t == 1:
        z = -z
    if z > 0:
        return z + math.log1p(math.exp(-z))
    return math.log1p(math.exp(z))


def predict_proba(X, w, b):
    return np.array([sigma(logit(row, w, b)) for row in X])


def bce_with_logits(z, t):
    total = 0.0
    for one, truth in zip(z, t, strict=True):
        total += cost(float(one), truth)
    return total / len(z)


def logistic_gradient(X, t, w, b):
    dw, db = [0.0] * len(w), 0.0
    for row, truth in zip(X, t, strict=True):
        error = sigma(logit(row, w, b)) - float(truth)
        for j in range(len(dw)):
            dw[j] += error * float(row[j]) / len(t)
        db += error / len(t)
    return np.array(dw), db


def fit(X, t, w, b, lr, steps):
    X, t = X.tolist(), t.tolist()
    w, b = [float(weight) for weight in w], float(b)
    losses = []
    for _ in range(steps):
        losses.append(bce_with_logits([logit(row, w, b) for row in X], t))
        dw, db = logistic_gradient(X, t, w, b)
        for j in range(len(w)):
            w[j] -= lr * dw[j]
        b -= lr * db
    return np.array(w), b, np.array(losses)


def elbow(losses):
    n = len(losses)
    depths = []
    for i in range(n):
        line = losses[0] + (losses[-1] - losses[0]) * i / (n - 1)
        depths.append(line - losses[i])
    i = 0
    while depths[i] < max(depths) - 1e-12:
        i += 1
    return i
