"""Exercise 3, solved: gradients."""

import numpy as np


def numerical_diff(f, x, h=1e-4):
    """Return the slope of `f` at `x`, by the central difference."""
    return (f(x + h) - f(x - h)) / (2 * h)


def numerical_gradient(f, x, h=1e-4):
    """Return the slope of `f` along each entry of `x`."""
    point = x.astype(float)  # a copy: x stays as it is, and integers become floats
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        value = point[index]
        point[index] = value + h
        above = f(point)
        point[index] = value - h
        below = f(point)
        point[index] = value  # put it back before the next entry has its turn
        gradient[index] = (above - below) / (2 * h)
    return gradient


def gradient_descent(f_grad, x0, lr, steps):
    """Step against the gradient, and return the last point and all points."""
    path = np.empty((steps + 1, *x0.shape))
    path[0] = x0
    for k in range(steps):
        path[k + 1] = path[k] - lr * f_grad(path[k])
    return path[-1].copy(), path
