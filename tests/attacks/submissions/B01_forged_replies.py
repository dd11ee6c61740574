"""Answer on the wire by hand: invented handles, functions, markers and kinds."""

import struct
import sys
import time

ROW = "B01"
EXPECTED = {"sandbox": "blocked", "process": "blocked"}


import msgspec


def _channel():
    frame = sys._getframe()
    while frame is not None:
        if "channel" in frame.f_locals:
            return frame.f_locals["channel"]
        frame = frame.f_back
    return None


_EXT, _ENCODE = msgspec.msgpack.Ext, msgspec.msgpack.encode
_DICT = _EXT(2, _ENCODE([]))


def _say(*message):
    data = _ENCODE(list(message))
    _channel().sendall(struct.pack(">IQ", len(data), 0) + data)
    time.sleep(5)


def double(x):
    handle = _EXT(7, _ENCODE([2**60, "float64"]))
    if getattr(x, "ndim", 0) == 2:
        _say("value", handle, [_EXT(9, b"")], _DICT)
    if getattr(x, "ndim", 0) == 1:
        _say("value", _EXT(7, _ENCODE([2**63, "x"])), [_EXT(9, b"")], _DICT)
    _say("value", _EXT(9, b""), [_EXT(9, b"")], _DICT)


def softmax(x):
    _say("passed", 2.0)


def train(f, steps):
    _say("value", _EXT(8, _ENCODE([1])), [_EXT(8, _ENCODE([1])), 6], _DICT)
