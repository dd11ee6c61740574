"""Bring bytecode in the place of the oracle and the suite."""

ROW = "A46"
EXPECTED = {"sandbox": "blocked", "process": "blocked"}
FILES = {
    f"__pycache__/{name}.cpython-{version}.pyc": "not checked"
    for name in ("reference", "test_small", "small")
    for version in (311, 312, 313)
}


def double(x):
    return x


def softmax(x):
    return x


def train(f, steps):
    return 0.0
