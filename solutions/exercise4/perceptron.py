"""Exercise 4, solved: the perceptron."""

import numpy as np


def perceptron(x, w, b):
    """Return 1 if the weighted sum of the inputs plus the bias is greater than 0, else 0."""
    total = np.sum(x * w) + b
    return 1 if total > 0 else 0


def AND(x1, x2):  # noqa: N802 - a gate is written in capitals
    """Return 1 if both inputs are 1, else 0."""
    return perceptron(np.array([x1, x2]), np.array([1, 1]), -1)


def NAND(x1, x2):  # noqa: N802 - a gate is written in capitals
    """Return 0 if both inputs are 1, else 1."""
    return perceptron(np.array([x1, x2]), np.array([-2, -2]), 3)


def OR(x1, x2):  # noqa: N802 - a gate is written in capitals
    """Return 1 if at least one input is 1, else 0."""
    return perceptron(np.array([x1, x2]), np.array([2, 2]), -1)


def XOR(x1, x2):  # noqa: N802 - a gate is written in capitals
    """Return 1 if exactly one input is 1, else 0."""
    n1 = NAND(x1, x2)
    n2 = OR(x1, x2)
    return AND(n1, n2)


def two_layer(x, w1, b1, w2, b2, activation):
    """Send a batch through one hidden layer and one output unit."""
    hidden = activation(np.dot(x, w1) + b1)
    return activation(np.dot(hidden, w2) + b2)
