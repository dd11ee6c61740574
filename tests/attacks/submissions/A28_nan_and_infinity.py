"""Return values that compare false with every threshold."""

import numpy as np

ROW = "A28"
EXPECTED = {"sandbox": "blocked", "process": "blocked"}


def double(x):
    return np.full(np.shape(x), np.inf)


def softmax(x):
    return np.full(np.shape(x), np.nan)


def train(f, steps):
    return float("inf")
