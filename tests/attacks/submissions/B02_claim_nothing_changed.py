"""Change the argument, and patch the worker to say it did not."""

import sys

ROW = "B02"
EXPECTED = {"sandbox": "blocked", "process": "blocked"}


import numpy as np

for _module in list(sys.modules.values()):
    if hasattr(_module, "serve_check"):
        _module._same = lambda *_a: True
        _module._snapshot = lambda value: value


def double(x):
    if np.ndim(x):
        x *= 3
    return x


def softmax(x):
    return x


def train(f, steps):
    return 0.0
