"""Another formula: the mean of the step forward and the step back, with f(x) computed once."""

import numpy as np


def numerical_diff(f, x, h=1e-4):
    return numerical_gradient(lambda point: f(point[0]), np.array([x]), h).item()


def numerical_gradient(f, x, h=1e-4):
    here = f(x.astype(float))
    point = x.astype(float)
    gradient = np.zeros(x.shape, dtype=float)
    for index in np.ndindex(*x.shape):
        point[index] = x[index] + h
        forward = (f(point) - here) / h
        point[index] = x[index] - h
        backward = (here - f(point)) / h
        point[index] = x[index]
        gradient[index] = (forward + backward) / 2
    return gradient


class Walker:
    """Somebody who walks downhill and remembers where he has been."""

    def __init__(self, place):
        self.place = place
        self.been = np.array([place])

    def step(self, slope, lr):
        self.place = self.place - np.multiply(lr, slope)
        self.been = np.vstack([self.been, [self.place]])


def gradient_descent(f_grad, x0, lr, steps):
    walker = Walker(np.asarray(x0, dtype="float64").copy())
    for _ in range(steps):
        walker.step(f_grad(walker.place), lr)
    return walker.place, walker.been
