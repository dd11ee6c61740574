"""Find the oracle among all objects of the process."""

import gc
import sys

ROW = "A04"
EXPECTED = {"sandbox": "blocked", "process": "blocked"}


def _call(name, x):
    for thing in [*gc.get_objects(), *list(sys.modules.values())]:
        if getattr(thing, "__name__", None) == name and callable(thing):
            return thing(x)
    return x


def double(x):
    return _call("oracle_double", x)


def softmax(x):
    return _call("oracle_softmax", x)


def train(f, steps):
    return 0.0
