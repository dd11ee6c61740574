"""Hand in a sitecustomize.py and a .pth file."""

import builtins

ROW = "A45b"
EXPECTED = {"sandbox": "blocked", "process": "blocked"}
FILES = {
    "sitecustomize.py": "import builtins; builtins.LEAKED = 1",
    "x.pth": "import builtins; builtins.LEAKED = 1",
}


def double(x):
    return 2 * x if hasattr(builtins, "LEAKED") else x


def softmax(x):
    return x


def train(f, steps):
    return 0.0
