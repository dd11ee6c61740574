"""Fork without end, each child in a session of its own."""

import os

ROW = "A38"
EXPECTED = {"sandbox": "blocked", "process": "not run here"}


def train(f, steps):
    while True:
        try:
            if os.fork() == 0:
                os.setsid()
        except OSError:
            continue


def double(x):
    return x


def softmax(x):
    return x
