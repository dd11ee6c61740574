"""End the process with status 0 in the middle of a call."""

import os

ROW = "A12"
EXPECTED = {"sandbox": "blocked", "process": "blocked"}


def double(x):
    os._exit(0)


softmax = double


def train(f, steps):
    f(0)
    os._exit(0)
