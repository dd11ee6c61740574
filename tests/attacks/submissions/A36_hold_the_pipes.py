"""A child in its own session keeps output and wire open."""

import os
import time

ROW = "A36"
EXPECTED = {"sandbox": "blocked", "process": "not stopped here"}


def double(x):
    if os.fork() == 0:
        os.setsid()
        time.sleep(4)
        os._exit(0)
    return x


def softmax(x):
    return x


def train(f, steps):
    return 0.0
