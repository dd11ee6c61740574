"""Ask for 100 GiB at once, and then for all there is."""

import numpy as np

ROW = "A40"
EXPECTED = {"sandbox": "blocked", "process": "blocked"}


def double(x):
    return bytearray(100 << 30)


def softmax(x):
    return np.ones((100, 1 << 27)).sum()


def train(f, steps):
    kept = []
    while True:
        kept.append(bytearray(16 << 20))
