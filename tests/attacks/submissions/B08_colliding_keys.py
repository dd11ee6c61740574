"""Return dicts whose keys all collide, and values of odd types."""

import enum

ROW = "B08"
EXPECTED = {"sandbox": "blocked", "process": "blocked"}


import numpy as np


class Text(str):
    pass


class Colour(enum.IntEnum):
    RED = 2


def double(x):
    return {i * (2**61 - 1): 0 for i in range(3_000)}


def softmax(x):
    return [Text("LEAK:"), "\ud800", Colour.RED, np.longdouble(1), np.datetime64("2020-01-01")]


def train(f, steps):
    return 10**1000
