"""Send a frame byte by byte and never end it."""

import struct
import sys
import time

ROW = "B09"
EXPECTED = {"sandbox": "blocked", "process": "blocked"}


def _channel():
    frame = sys._getframe()
    while frame is not None:
        if "channel" in frame.f_locals:
            return frame.f_locals["channel"]
        frame = frame.f_back
    return None


def train(f, steps):
    line = _channel()
    for byte in struct.pack(">IQ", 4_000_000, 500_000_000) + bytes(10_000):
        line.sendall(bytes([byte]))
        time.sleep(0.05)


def double(x):
    return x


def softmax(x):
    return x
