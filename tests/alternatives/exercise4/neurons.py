"""Objects: a neuron that is called, gates made of neurons, and one row of the batch at a time."""

import numpy as np


class Neuron:
    def __init__(self, weights, bias, h):
        self.weights, self.bias, self.h = weights, bias, h

    def __call__(self, x):
        return self.h(np.inner(self.weights, x) + self.bias)


def fires(a):
    return np.int64(a > 0)


def perceptron(x, w, b):
    return Neuron(w, b, fires)(x)


def gate(w, b):
    neuron = Neuron(np.array(w), b, fires)

    def of_two(x1, x2):
        return neuron(np.array([x1, x2]))

    return of_two


AND = gate([3, 3], -5)
NAND = gate([-3, -3], 5)
OR = gate([1, 1], 0)


def XOR(x1, x2):
    # The other way: one of them on, and the other off.
    only = gate([1, -1], 0)
    return OR(only(x1, x2), only(x2, x1))


def two_layer(x, w1, b1, w2, b2, activation):
    output = Neuron(w2, b2, activation)
    results = []
    for row in x:
        hidden = [Neuron(w, b, activation)(row) for w, b in zip(w1.T, b1, strict=True)]
        results.append(output(np.array(hidden)))
    return np.array(results, dtype=float)
