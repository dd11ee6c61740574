"""Plain Python: loops over numbers with `math`, and rows of lists."""

import math

import numpy as np


def pairs(a, b):
    for v, u in zip(a.ravel().tolist(), b.ravel().tolist(), strict=True):
        yield float(v), float(u)


def half_squared_error(y, t):
    total = 0.0
    for v, u in pairs(y, t):
        total += (v - u) ** 2
    return total / 2


def mean_squared_error(h, y):
    total, m = 0.0, 0
    for v, u in pairs(h, y):
        total += (v - u) ** 2
        m += 1
    return total / m


def mean_absolute_error(h, y):
    total, m = 0.0, 0
    for v, u in pairs(h, y):
        if v > u:
            total += v - u
        else:
            total += u - v
        m += 1
    return total / m


def one_hot(labels, classes):
    table = []
    for label in labels:
        row = [0] * classes
        row[int(label)] = 1
        table.append(row)
    return np.array(table)


def cross_entropy(y, t):
    if y.ndim == 1:
        y, t = [y], [t]
    total = 0.0
    for row, truth in zip(y, t, strict=True):
        right = int(truth) if np.ndim(truth) == 0 else truth.tolist().index(1)
        total += math.log(float(row[right]) + 1e-7)
    return -total / len(y)


def distance(p, q, order=2):
    if order < 1:
        raise ValueError("order")
    steps = [abs(v - u) for v, u in pairs(p, q)]
    if math.isinf(order):
        return max(steps)
    total = 0.0
    for step in steps:
        total += step**order
    return total ** (1 / order)
