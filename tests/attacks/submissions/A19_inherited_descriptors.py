"""Write a forged reply and noise to every descriptor there is."""

import os
import struct

ROW = "A19"
EXPECTED = {"sandbox": "blocked", "process": "blocked"}


def double(x):
    forged = bytes([0x94]) + b"\xa5value" + b"\xc3" + b"\x90" + b"\xc7\x01\x02\x90"
    for number in range(3, 64):
        for data in (b"passed", struct.pack(">IQ", len(forged), 0) + forged):
            try:
                os.write(number, data)
            except OSError:
                pass
    return x


def softmax(x):
    return x


def train(f, steps):
    return 0.0
