"""Dot products of flat arrays; the error is a function given to one mean; distances by scaling."""

import numpy as np


def difference(a, b):
    return (np.array(a, dtype=float) - np.array(b, dtype=float)).reshape(-1)


def half_squared_error(y, t):
    e = difference(y, t)
    return e @ e / 2


def mean_of(cost):
    def loss(h, y):
        return sum(map(cost, difference(h, y))) / np.size(h)

    return loss


mean_squared_error = mean_of(np.square)
mean_absolute_error = mean_of(abs)


def one_hot(labels, classes):
    return labels.reshape(-1, 1) == np.arange(classes)


def cross_entropy(y, t):
    y = np.atleast_2d(y)
    if np.size(t) == y.size and np.ndim(t) > 0 and (np.ndim(t) == 2 or len(y) == 1):
        rows = np.reshape(t, y.shape)
    else:
        rows = one_hot(np.atleast_1d(t), y.shape[1]).astype(float)
    right = np.einsum("nk,nk->n", y, rows)
    return -float(np.log(right + 1e-7).sum()) / len(y)


def distance(p, q, order=2):
    if not order >= 1:
        raise ValueError(order)
    steps = np.fabs(difference(p, q))
    largest = steps.max()
    if order == float("inf") or largest == 0:
        return float(largest)
    return largest * np.sum((steps / largest) ** order) ** (1 / order)
