"""Leave a child behind that writes the result once grading is over."""

import os
import time

ROW = "A15"
EXPECTED = {"sandbox": "blocked", "process": "blocked"}


def double(x):
    if os.fork() == 0:
        time.sleep(0.7)
        with open("@VICTIM@/later.json", "w") as file:
            file.write("{}")
        os._exit(0)
    return x


def softmax(x):
    return x


def train(f, steps):
    return 0.0
