"""A batch is the mean of its examples, each a call of its own; right classes by a boolean mask."""

import math

import numpy as np


def half_squared_error(y, t):
    return math.fsum(np.square(np.float64(y) - np.float64(t)).flat) * 0.5


def mean_squared_error(h, y):
    return 2 * half_squared_error(h, y) / h.size


def mean_absolute_error(h, y):
    h, y = np.float64(h), np.float64(y)
    return np.mean(np.maximum(h, y) - np.minimum(h, y))


def one_hot(labels, classes):
    return np.array([np.arange(classes) == label for label in labels], dtype=float)


def cross_entropy(y, t):
    if y.ndim > 1:
        return sum(cross_entropy(row, truth) for row, truth in zip(y, t, strict=True)) / len(y)
    if np.ndim(t) == 0:
        t = one_hot([t], len(y))[0]
    (right,) = y[np.asarray(t) != 0]
    return -math.log(right + 1e-7)


def distance(p, q, order=2):
    if order < 1:
        raise ValueError(f"{order} < 1")
    steps = np.abs(p - q)
    match order:
        case 1:
            return np.sum(steps) * 1.0
        case 2:
            return math.hypot(*steps)
        case math.inf:
            return np.max(steps) * 1.0
        case _:
            return math.pow(math.fsum(math.pow(step, order) for step in steps), 1 / order)
