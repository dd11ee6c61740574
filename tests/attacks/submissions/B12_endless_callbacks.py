"""Call the judge's function without end."""

ROW = "B12"
EXPECTED = {"sandbox": "blocked", "process": "blocked"}


def train(f, steps):
    while True:
        f(0)


def double(x):
    return x


def softmax(x):
    return x
