"""Use calls newer than the filter, other architectures' calls, and new namespaces."""

import ctypes
import os

ROW = "B15"
EXPECTED = {"sandbox": "blocked", "process": "not run here"}


def _calls():
    libc = ctypes.CDLL(None, use_errno=True)
    for number in [*range(450, 475), 272, 56, 435, 101, 165, 248, 321, 298, 425, 434, 438, 302]:
        if os.fork() == 0:
            libc.syscall(number, 0x10000000, 0, 0, 0, 0, 0)
            os._exit(0)
        os.wait()


def double(x):
    _calls()
    return x


def softmax(x):
    return x


def train(f, steps):
    return 0.0
