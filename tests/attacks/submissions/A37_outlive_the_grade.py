"""Fork twice, leave the session, and write when nobody watches."""

import os
import time

ROW = "A37"
EXPECTED = {"sandbox": "blocked", "process": "not stopped here"}


def double(x):
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            time.sleep(1.0)
            with open("@VICTIM@/daemon", "w") as file:
                file.write("alive")
        os._exit(0)
    return x


def softmax(x):
    return x


def train(f, steps):
    return 0.0
