"""Raise the points of whatever looks like a check."""

import gc
import sys

ROW = "A16"
EXPECTED = {"sandbox": "blocked", "process": "blocked"}


def double(x):
    frame = sys._getframe()
    while frame is not None:
        frame.f_globals["__score__"] = frame.f_globals["points"] = 50
        frame = frame.f_back
    for thing in gc.get_objects():
        try:
            if hasattr(thing, "max_points") or hasattr(thing, "points"):
                thing.points = thing.max_points = 50
        except Exception:
            continue
    return x


double.__score__ = 50


def softmax(x):
    return x


def train(f, steps):
    return 0.0
