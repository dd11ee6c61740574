"""Carry hidden inputs out in the exception's text, and in what is printed."""

ROW = "A32"
EXPECTED = {"sandbox": "blocked", "process": "blocked"}


def double(x):
    print(f"LEAK:{x!r}")
    raise ValueError(f"LEAK:{x!r}")


def softmax(x):
    raise NotImplementedError(f"Task 2: LEAK:{x!r}")


def train(f, steps):
    raise type(f"LEAK{f(0)}", (Exception,), {})(f"LEAK:{f(1)}")
