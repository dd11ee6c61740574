"""End with the status that means the grader's own failure."""

import os

ROW = "B07"
EXPECTED = {"sandbox": "blocked", "process": "blocked"}


def double(x):
    os._exit(70)


def softmax(x):
    os._exit(3)


def train(f, steps):
    os.abort()
