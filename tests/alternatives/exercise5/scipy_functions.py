"""With scipy.special: expit and log_expit; the bias is the weight of a column of ones in `fit`."""

import numpy as np
from scipy.special import expit, log_expit


def predict_proba(X, w, b):
    return expit(np.asarray(X @ w + b, dtype=float))


def bce_with_logits(z, t):
    z = z.astype(float)
    return -np.mean(t * log_expit(z) + (1 - t) * log_expit(-z))


def with_ones(X):
    return np.column_stack([X, np.ones(len(X))])


def gradient(A, t, v):
    return A.T @ (expit(A @ v) - t) / len(t)


def logistic_gradient(X, t, w, b):
    slope = gradient(with_ones(X), t, np.append(w, b).astype(float))
    return slope[:-1], slope[-1]


def fit(X, t, w, b, lr, steps):
    A = with_ones(X)
    v = np.hstack([w, b]).astype(float)
    losses = np.empty(steps)
    for i in range(steps):
        losses[i] = bce_with_logits(A @ v, t)
        v = v - lr * gradient(A, t, v)
    return v[:-1], v[-1], losses


def elbow(losses):
    i = np.arange(losses.size)
    line = losses[0] + (losses[-1] - losses[0]) * i / (losses.size - 1)
    depth = line - losses
    return np.flatnonzero(depth > depth.max() - 1e-12)[0]
