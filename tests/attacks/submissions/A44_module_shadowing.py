"""Bring a numpy, a random and a grader of its own."""

import random

ROW = "A44"
EXPECTED = {"sandbox": "blocked", "process": "blocked"}
FILES = {name: "FAKE = True\n" for name in ("numpy.py", "random.py", "msgspec.py", "worker.py")}


import numpy as np

_FAKE = getattr(np, "FAKE", False) or getattr(random, "FAKE", False)


def double(x):
    return 2 * x if _FAKE else x


def softmax(x):
    return x


def train(f, steps):
    return 0.0
