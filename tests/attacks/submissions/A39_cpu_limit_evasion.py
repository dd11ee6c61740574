"""Burn time in children, each with a CPU limit of its own."""

import os

ROW = "A39"
EXPECTED = {"sandbox": "blocked", "process": "blocked"}


def train(f, steps):
    for _ in range(3):
        if os.fork() == 0:
            while True:
                pass
    while True:
        pass


def double(x):
    return x


def softmax(x):
    return x
