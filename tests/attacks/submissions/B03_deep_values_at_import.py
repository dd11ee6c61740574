"""Answer the load request by hand, with a value too deep to walk, in every process but the first."""

import os
import struct
import sys

ROW = "B03"
EXPECTED = {"sandbox": "blocked", "process": "blocked"}


import msgspec


def _channel():
    frame = sys._getframe()
    while frame is not None:
        if "channel" in frame.f_locals:
            return frame.f_locals["channel"]
        frame = frame.f_back
    return None


if os.getpid() % 2:
    _encode, _ext = msgspec.msgpack.encode, msgspec.msgpack.Ext
    _value = _encode([])
    for _ in range(450):
        _value = _encode([_ext(1, _value)])
    _data = (
        b"\x94" + _encode("value") + _encode(_ext(1, _value)) + b"\x90" + _encode(_ext(2, b"\x90"))
    )
    _channel().sendall(struct.pack(">IQ", len(_data), 0) + _data)


def double(x):
    return x


def softmax(x):
    return x


def train(f, steps):
    return 0.0
