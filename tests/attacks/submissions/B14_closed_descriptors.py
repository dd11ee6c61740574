"""Close everything: output, wire and all."""

import os

ROW = "B14"
EXPECTED = {"sandbox": "blocked", "process": "blocked"}


def double(x):
    os.closerange(0, 256)
    return x


softmax = double


def train(f, steps):
    return 0.0
