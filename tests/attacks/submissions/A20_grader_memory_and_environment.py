"""Read the parent's environment and memory."""

import os
import re

ROW = "A20"
EXPECTED = {"sandbox": "blocked", "process": "not stopped here"}


def double(x):
    found = []
    for pid in {os.getppid(), 1}:
        try:
            found.append(open(f"/proc/{pid}/environ", "rb").read().decode("latin-1"))
        except OSError:
            continue
    raise ValueError("LEAK:" + " ".join(found))


def softmax(x):
    pattern = re.compile(rb"canary-[a-z]+-[0-9a-f]{8}")
    with open(f"/proc/{os.getppid()}/maps") as maps:
        spans = [
            line.split()[0].split("-") for line in maps if "[heap]" in line or "[stack]" in line
        ]
    with open(f"/proc/{os.getppid()}/mem", "rb") as memory:
        for low, high in spans:
            memory.seek(int(low, 16))
            if found := pattern.findall(memory.read(int(high, 16) - int(low, 16))):
                raise ValueError(f"LEAK:{found}")
    return x


def train(f, steps):
    return 0.0
