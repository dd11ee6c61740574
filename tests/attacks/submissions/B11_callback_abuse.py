"""Call functions with invented numbers, after their call, nested, and with anything."""

import struct
import sys

ROW = "B11"
EXPECTED = {"sandbox": "blocked", "process": "blocked"}


import msgspec


def _channel():
    frame = sys._getframe()
    while frame is not None:
        if "channel" in frame.f_locals:
            return frame.f_locals["channel"]
        frame = frame.f_back
    return None


_kept = []


def double(x):
    if _kept:
        return _kept[0](0)
    data = msgspec.msgpack.encode(["callback", 12345, [[1]], msgspec.msgpack.Ext(2, b"\x90")])
    _channel().sendall(struct.pack(">IQ", len(data), 0) + data)
    return x


def train(f, steps):
    _kept.append(f)
    for odd in (None, "x", [[[]]], {"a": 1}, -1, 10**30, f, object(), float("nan")):
        try:
            f(odd)
        except Exception:
            continue
    try:
        f(1, 2, 3, key=4)
    except Exception:
        pass
    return f(f(0))


def softmax(x):
    return x
