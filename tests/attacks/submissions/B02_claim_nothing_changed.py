"""Change the argument, and patch the worker to say it did not."""

import sys

ROW = "B02"
EXPECTED = {"sandbox": "blocked", "process": "blocked"}


import numpy as np

for _module in list(sys.modules.values()):
    if hasattr(_module, "serve_check"):
        _unchanged = _module.wire.SAME
        _module.snapshot = lambda value: value
        _module.changed = lambda *_a: _unchanged


def double(x):
    if np.ndim(x):
        x *= 3
    return x


def softmax(x):
    return x


def train(f, steps):
    return 0.0
