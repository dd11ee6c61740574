"""Promise a huge frame, send half of one, close the wire in the middle."""

import struct
import sys
import time

ROW = "B10"
EXPECTED = {"sandbox": "blocked", "process": "blocked"}


def _channel():
    frame = sys._getframe()
    while frame is not None:
        if "channel" in frame.f_locals:
            return frame.f_locals["channel"]
        frame = frame.f_back
    return None


def double(x):
    _channel().sendall(struct.pack(">IQ", 2**32 - 1, 2**64 - 1))
    time.sleep(5)


def softmax(x):
    line = _channel()
    line.sendall(struct.pack(">IQ", 100, 0) + b"\x94")
    line.close()
    return x


def train(f, steps):
    _channel().sendall(bytes(range(256)) * 100)
    time.sleep(5)
