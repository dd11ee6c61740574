"""No index and no assignment: the rows of the identity matrix are the directions to step in."""

from itertools import accumulate, repeat

import numpy as np


def numerical_diff(f, x, h=1e-4):
    return np.subtract(f(x + h), f(x - h)) * 0.5 / h


def numerical_gradient(f, x, h=1e-4):
    steps = h * np.eye(x.size).reshape(x.size, *x.shape)
    above = np.array([f(x + step) for step in steps], dtype=float)
    below = np.array([f(x - step) for step in steps], dtype=float)
    return ((above - below) / h / 2).reshape(x.shape)


def gradient_descent(f_grad, x0, lr, steps):
    def step(x, _):
        return x + f_grad(x) * -lr

    path = np.array(list(accumulate(repeat(None, steps), step, initial=1.0 * x0)))
    return path[steps], path
