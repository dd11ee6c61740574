"""Everything in one line of numpy: `mean`, `np.eye`, one-hot rows for every cross entropy."""

import numpy as np


def half_squared_error(y, t):
    return 0.5 * np.sum((y - 1.0 * t) ** 2)


def mean_squared_error(h, y):
    return np.mean((h.astype(float) - y) ** 2)


def mean_absolute_error(h, y):
    return np.mean(np.abs(np.subtract(h, y, dtype=np.float64)))


def one_hot(labels, classes):
    return np.eye(classes)[labels]


def cross_entropy(y, t):
    if np.ndim(t) < y.ndim:
        t = np.eye(y.shape[-1])[t]
    return -np.sum(t * np.log(y + 1e-7), axis=-1).mean()


def distance(p, q, order=2):
    if order < 1:
        raise ValueError("a distance has an order of at least 1")
    return np.linalg.norm(p - q, ord=order)
