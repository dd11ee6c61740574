"""Leave a thread and an exit handler that never end."""

import atexit
import threading
import time

ROW = "A42"
EXPECTED = {"sandbox": "blocked", "process": "blocked"}


atexit.register(time.sleep, 1000)


def double(x):
    threading.Thread(target=time.sleep, args=(1000,)).start()
    return x


def softmax(x):
    return x


def train(f, steps):
    return 0.0
