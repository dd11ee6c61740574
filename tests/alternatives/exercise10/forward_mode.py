"""Forwards only: carries the Jacobian of each row along, and the weights as columns."""

import numpy as np
from numpy.linalg import norm


def bound(depth):
    return 4.0**-depth


def sigma(a):
    return 0.5 * (1 + np.tanh(a / 2))


FORMULAS = {
    "sigmoid": (sigma, lambda a: sigma(a) * sigma(-a)),
    "tanh": (np.tanh, lambda a: (1 - np.tanh(a)) * (1 + np.tanh(a))),
    "relu": (lambda a: np.where(a > 0, a, 0), lambda a: np.sign(np.maximum(a, 0))),
}


def gradient_norms(weights, x, activation):
    h, slope = FORMULAS[activation]
    n = x.shape[0]
    columns, sums = [np.asarray(x).T], []  # every example is a column here
    for W in weights:
        sums.append(W.T @ columns[-1])
        columns.append(h(sums[-1]))
    norms = []
    for layer in range(len(weights)):
        gradient = np.zeros(weights[layer].shape)
        for k in range(n):
            # How each output moves with each weighted sum of this layer: one link of the chain
            # after the other.
            jacobian = np.diag(slope(sums[layer][:, k]))
            for later in range(layer + 1, len(weights)):
                jacobian = slope(sums[later][:, k])[:, None] * (weights[later].T @ jacobian)
            gradient += np.outer(columns[layer][:, k], jacobian.sum(axis=0))
        norms.append(norm(gradient.ravel() / n))
    return np.asarray(norms)


def dead_units(x, W, b):
    sums = (W.T @ x.T).T + b
    return sums.max(axis=0) <= 0
