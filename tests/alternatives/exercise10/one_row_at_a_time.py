"""Plain Python: one row at a time, one number at a time, with `math` and lists."""

import math

import numpy as np


def bound(depth):
    product = 1.0
    for _ in range(depth):
        product *= 0.25
    return product


def h(a, activation):
    if activation == "sigmoid":
        return 1 / (1 + math.exp(-a)) if a > 0 else math.exp(a) / (1 + math.exp(a))
    if activation == "tanh":
        return math.tanh(a)
    return a if a > 0 else 0.0


def h_slope(a, activation):
    if activation == "sigmoid":
        return h(a, activation) * (1.0 - h(a, activation))
    if activation == "tanh":
        return 1.0 - math.tanh(a) ** 2
    return 1.0 if a > 0 else 0.0


def gradient_norms(weights, x, activation):
    weights = [W.tolist() for W in weights]
    rows = x.tolist()
    totals = [[[0.0] * len(W[0]) for _ in W] for W in weights]
    for row in rows:
        inputs, sums = [row], []
        for W in weights:
            z = inputs[-1]
            a = [sum(z[i] * W[i][j] for i in range(len(W))) for j in range(len(W[0]))]
            sums.append(a)
            inputs.append([h(value, activation) for value in a])
        back = [1.0] * len(inputs[-1])
        for layer in range(len(weights) - 1, -1, -1):
            W = weights[layer]
            delta = [g * h_slope(a, activation) for g, a in zip(back, sums[layer], strict=True)]
            for i, z in enumerate(inputs[layer]):
                for j, d in enumerate(delta):
                    totals[layer][i][j] += z * d
            back = [sum(w * d for w, d in zip(line, delta, strict=True)) for line in W]
    return np.array(
        [
            math.sqrt(sum((value / len(rows)) ** 2 for line in total for value in line))
            for total in totals
        ]
    )


def dead_units(x, W, b):
    dead = []
    for j in range(W.shape[1]):
        alive = False
        for row in x:
            if sum(row[i] * W[i, j] for i in range(len(row))) + b[j] > 0:
                alive = True
        dead.append(not alive)
    return np.array(dead)
