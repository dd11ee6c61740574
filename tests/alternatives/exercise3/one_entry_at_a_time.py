"""Closures: each partial derivative is the slope of a function of one number, task 1 again."""

import numpy as np


def numerical_diff(f, x, h=1e-4):
    return (f(x + h) - f(x - h)) / (h + h)


def numerical_gradient(f, x, h=1e-4):
    def along(index):
        def g(value):
            moved = x.astype(np.float64)
            moved[index] = value
            return f(moved)

        return g

    gradient = np.empty_like(x, dtype=np.float64)
    for index, value in np.ndenumerate(x):
        gradient[index] = numerical_diff(along(index), float(value), h)
    return gradient


def gradient_descent(f_grad, x0, lr, steps):
    """Recursion: the path of `steps` steps is that of one step fewer, and one point more."""
    if steps == 0:
        start = x0 + 0.0
        return start, start[np.newaxis]
    x, path = gradient_descent(f_grad, x0, lr, steps - 1)
    x = x - lr * f_grad(x)
    return x, np.concatenate([path, [x]])
