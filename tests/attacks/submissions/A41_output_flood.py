"""Print without end."""

ROW = "A41"
EXPECTED = {"sandbox": "blocked", "process": "blocked"}


def train(f, steps):
    while True:
        print("LEAK:" * 1000)


def double(x):
    return x


def softmax(x):
    return x
