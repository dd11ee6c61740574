"""Pretend to be an array, and convert to something else each time."""

import numpy as np

ROW = "A29"
EXPECTED = {"sandbox": "blocked", "process": "blocked"}


class TwoFaced:
    times = 0

    @property
    def __class__(self):
        return np.ndarray

    def __array__(self, dtype=None, copy=None):
        TwoFaced.times += 1
        return np.zeros(TwoFaced.times)


def double(x):
    return TwoFaced()


softmax = double


def train(f, steps):
    return 0.0
