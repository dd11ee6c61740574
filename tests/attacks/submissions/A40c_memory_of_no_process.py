"""Fill anonymous files and shared segments that no limit of a process counts."""

import ctypes
import os

ROW = "A40c"
EXPECTED = {"sandbox": "blocked", "process": "not run here"}


def train(f, steps):
    kept = []
    for _ in range(200):
        number = os.memfd_create("LEAK")
        os.write(number, bytes(1 << 20))
        kept.append(number)
    return 0.0


def double(x):
    libc = ctypes.CDLL(None, use_errno=True)
    return 0.0 if libc.shmget(0, 1 << 20, 0o1600) == -1 else 43.0


def softmax(x):
    libc = ctypes.CDLL(None, use_errno=True)
    return [libc.msgget(0, 0o1600), libc.semget(0, 1, 0o1600)]
