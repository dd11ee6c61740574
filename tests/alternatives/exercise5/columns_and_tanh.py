"""Columns of shape (N, 1) throughout, the sigmoid by tanh, and the elbow by sorting."""

import numpy as np


def column(v):
    return np.array(v, dtype=float).reshape(-1, 1)


def sigmoid(z):
    return (1 + np.tanh(0.5 * z)) / 2


def predict_proba(X, w, b):
    return sigmoid(np.matmul(X, column(w)) + b).ravel()


def bce_with_logits(z, t):
    wrong = column(z)
    wrong[t == 1] *= -1  # how far each logit is on the wrong side
    costs = np.maximum(wrong, 0) + np.log1p(np.exp(-np.abs(wrong)))
    return np.mean(costs).item()


def logistic_gradient(X, t, w, b):
    error = (predict_proba(X, w, b) - t)[:, None]
    dw = np.einsum("nd,nk->dk", X, error) / len(X)
    return dw[:, 0], float(np.mean(error))


def fit(X, t, w, b, lr, steps):
    path = [(w * 1.0, b * 1.0)]
    for _ in range(steps):
        w, b = path[-1]
        dw, db = logistic_gradient(X, t, w, b)
        path.append((w - lr * dw, b - lr * db))
    losses = [bce_with_logits(X @ w + b, t) for w, b in path[:-1]]
    return *path[-1], np.array(losses, dtype=float)


def elbow(losses):
    depth = np.linspace(*losses[[0, -1]], num=losses.size) - losses
    order = np.argsort(-depth, kind="stable")
    return int(order[depth[order] >= depth[order[0]] - 1e-12].min())
