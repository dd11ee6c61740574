"""Return thousands of objects to be kept in the worker."""

ROW = "B17"
EXPECTED = {"sandbox": "blocked", "process": "blocked"}


def double(x):
    return [object() for _ in range(100_000)]


def softmax(x):
    return {str(n): object for n in range(9_000)}


def train(f, steps):
    return 0.0
