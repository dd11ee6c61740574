"""Recover what was taken out of its own environment."""

import os

ROW = "A21"
EXPECTED = {"sandbox": "blocked", "process": "blocked"}


def double(x):
    known = dict(os.environ)
    try:
        known["initial"] = open("/proc/self/environ", "rb").read().decode("latin-1")
    except OSError:
        pass
    raise ValueError(f"LEAK:{known}")


def softmax(x):
    return x


def train(f, steps):
    return 0.0
