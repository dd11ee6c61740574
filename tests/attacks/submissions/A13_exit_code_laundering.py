"""Make the process end with 0 whatever happened."""

import atexit
import os
import sys

ROW = "A13"
EXPECTED = {"sandbox": "blocked", "process": "blocked"}


atexit.register(os._exit, 0)
sys.excepthook = lambda *_a: os._exit(0)


def double(x):
    raise ValueError


def softmax(x):
    sys.exit(0)


def train(f, steps):
    return 0.0
