"""Return one number where an array is expected, and the other way round."""

import numpy as np

ROW = "A25"
EXPECTED = {"sandbox": "blocked", "process": "blocked"}


def double(x):
    return np.full((3, *np.shape(x)), 43.0) if np.ndim(x) == 0 else np.float64(0.0)


def softmax(x):
    return np.array(0.25)


def train(f, steps):
    return [0.0]
