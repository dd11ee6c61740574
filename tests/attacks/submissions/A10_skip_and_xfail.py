"""Skip or expect the failure from inside the function."""

ROW = "A10"
EXPECTED = {"sandbox": "blocked", "process": "blocked"}


class Skipped(BaseException):
    __module__ = "_pytest.outcomes"


def double(x):
    try:
        import pytest
    except ImportError:
        raise Skipped("skipped") from None
    pytest.skip("not today")


def softmax(x):
    try:
        import pytest
    except ImportError:
        raise type("XFailed", (BaseException,), {})("expected") from None
    pytest.xfail("known")


def train(f, steps):
    return 0.0
