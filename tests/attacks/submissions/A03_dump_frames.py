"""Raise an exception that carries every local variable there is."""

import sys

ROW = "A03"
EXPECTED = {"sandbox": "blocked", "process": "blocked"}


def double(x):
    frame, found = sys._getframe(), []
    while frame is not None:
        found.append(repr(frame.f_locals))
        frame = frame.f_back
    raise ValueError("LEAK:" + " ".join(found))


def softmax(x):
    return x


def train(f, steps):
    return 0.0
