"""Start threads without end."""

import threading
import time

ROW = "A38b"
EXPECTED = {"sandbox": "blocked", "process": "blocked"}


def train(f, steps):
    for _ in range(10_000):
        threading.Thread(target=time.sleep, args=(60,)).start()


def double(x):
    return x


def softmax(x):
    return x
