"""Plain loops: steps inside the caller's own array, puts each number back, and lists the path."""

import numpy as np


def numerical_diff(f, x, h=0.0001):
    right = f(x + h)
    left = f(x - h)
    rise = right - left
    run = 2 * h
    return rise / run


def numerical_gradient(f, x, h=0.0001):
    if x.dtype.kind != "f":
        x = np.array(x, dtype=np.float64)
    slopes = []
    for i in range(x.size):
        old = float(x.flat[i])
        x.flat[i] = old - h
        left = f(x)
        x.flat[i] = old + h
        right = f(x)
        x.flat[i] = old
        slopes.append((right - left) / (2 * h))
    return np.array(slopes).reshape(x.shape)


def gradient_descent(f_grad, x0, lr, steps):
    path = [np.array(x0, dtype=float)]
    while len(path) <= steps:
        slope = f_grad(path[-1])
        path.append(path[-1] - lr * slope)
    return path[-1], np.stack(path)
