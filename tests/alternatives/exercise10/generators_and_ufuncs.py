"""Short functional style: `accumulate`, `hypot` and products of ufuncs, weights backwards."""

from functools import reduce
from itertools import accumulate

import numpy as np


def bound(depth):
    return np.power(0.25, depth)


def logistic(a):
    return np.exp(-np.logaddexp(0, -a))


H = {"sigmoid": logistic, "tanh": np.tanh, "relu": lambda a: (a + np.abs(a)) / 2}
SLOPE = {
    "sigmoid": lambda z: z - z * z,
    "tanh": lambda z: 1 - np.square(z),
    "relu": lambda z: np.minimum(1.0, np.ceil(z)),
}


def gradient_norms(weights, x, activation):
    z = list(accumulate(weights, lambda z, W: H[activation](z.dot(W)), initial=x))
    deltas = [SLOPE[activation](z[-1]) / np.size(x, 0)]
    for W, out in zip(weights[:0:-1], z[-2:0:-1], strict=True):
        deltas.insert(0, np.matmul(deltas[0], W.transpose()) * SLOPE[activation](out))
    return np.fromiter(
        (
            np.linalg.norm(np.tensordot(i, d, (0, 0)), "fro")
            for i, d in zip(z, deltas, strict=False)
        ),
        dtype=float,
    )


def dead_units(x, W, b):
    return reduce(np.logical_and, (np.add(row @ W, b) <= 0 for row in x))
