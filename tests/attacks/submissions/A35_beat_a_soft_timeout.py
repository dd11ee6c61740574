"""Block every signal, swallow every exception, and never return."""

import signal

ROW = "A35"
EXPECTED = {"sandbox": "blocked", "process": "blocked"}


def train(f, steps):
    signal.alarm(0)
    signal.pthread_sigmask(signal.SIG_BLOCK, set(signal.Signals))
    while True:
        try:
            while True:
                pass
        except BaseException:
            continue


def double(x):
    return x


def softmax(x):
    return x
