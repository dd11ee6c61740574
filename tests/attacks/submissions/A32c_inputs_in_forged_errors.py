"""Carry hidden inputs out in errors written to the wire by hand."""

import struct
import sys
import time

ROW = "A32c"
EXPECTED = {"sandbox": "blocked", "process": "blocked"}


import msgspec


def _channel():
    frame = sys._getframe()
    while frame is not None:
        if "channel" in frame.f_locals:
            return frame.f_locals["channel"]
        frame = frame.f_back
    return None


def _say(*message):
    data = msgspec.msgpack.encode(list(message))
    _channel().sendall(struct.pack(">IQ", len(data), 0) + data)
    time.sleep(5)


def double(x):
    kind = {0: "syntax", 1: "missing", 2: "signature"}.get(getattr(x, "ndim", 0))
    _say("error", kind, f"LEAK:{x!r}", f"LEAK:{x!r}", [[f"small.py#LEAK:{x!r}", 3, f"LEAK:{x!r}"]])


def softmax(x):
    _say(
        "error", "not_callable", "LEAK", f"LEAK:{x!r}", [["small.py", 10**15 + int(1e9 * x[0]), ""]]
    )


def train(f, steps):
    _say("error", "unsendable", "LEAK", f"LEAK:{f(0)!r}", [])
