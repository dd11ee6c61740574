"""Raise exceptions that fight back when they are named or shown."""

ROW = "B13"
EXPECTED = {"sandbox": "blocked", "process": "blocked"}


class Meta(type):
    @property
    def __name__(cls):
        raise SystemExit(0)


class Hostile(Exception):
    def __str__(self):
        raise KeyboardInterrupt

    __repr__ = __str__


class Nameless(BaseException, metaclass=Meta):
    pass


def double(x):
    raise Hostile


def softmax(x):
    raise Nameless


def train(f, steps):
    error = ValueError("LEAK:" * 1_000_000)
    error.__cause__ = error.__context__ = error
    raise error
