"""Return what runs code when it is unpickled or compared."""

import numpy as np

ROW = "A52"
EXPECTED = {"sandbox": "blocked", "process": "blocked"}


class Bomb:
    def __reduce__(self):
        return open, ("@VICTIM@/unpickled", "w")

    def __eq__(self, other):
        return True

    __hash__ = None


def double(x):
    result = np.empty(np.shape(x), object)
    result[...] = Bomb()
    return result


def softmax(x):
    return [Bomb(), {"a": Bomb()}, (Bomb(),)]


def train(f, steps):
    return f(Bomb())
