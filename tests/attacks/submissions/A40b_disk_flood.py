"""Fill every writable folder with files."""

import os

ROW = "A40b"
EXPECTED = {"sandbox": "blocked", "process": "not run here"}


def train(f, steps):
    for folder in ("/tmp", "/dev/shm", "/submission", "/", "/var/tmp", "/dev"):
        for number in range(100_000):
            try:
                with open(os.path.join(folder, f"LEAK-{number}"), "wb") as file:
                    file.write(bytes(1 << 20))
            except OSError:
                break
    return 0.0


def double(x):
    return x


def softmax(x):
    return x
