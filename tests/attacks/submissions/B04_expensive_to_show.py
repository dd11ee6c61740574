"""Return what takes the judge minutes to print or to walk."""

import numpy as np

ROW = "B04"
EXPECTED = {"sandbox": "blocked", "process": "blocked"}


def double(x):
    return np.zeros((2,) * 20, bool)


def softmax(x):
    value = [1.0] * 12
    for _ in range(4):
        value = [value] * 12
    return value


def train(f, steps):
    return [()] * 150_000
