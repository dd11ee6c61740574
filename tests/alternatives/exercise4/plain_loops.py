"""Plain Python: one product at a time, and gates that are worked out with `if`."""

import numpy as np


def perceptron(x, w, b):
    total = b
    for i in range(len(x)):
        total += x[i] * w[i]
    if total > 0:
        return 1
    return 0


def AND(x1, x2):
    if x1 == 1 and x2 == 1:
        return 1
    return 0


def NAND(x1, x2):
    if AND(x1, x2) == 1:
        return 0
    return 1


def OR(x1, x2):
    if x1 == 0 and x2 == 0:
        return 0
    return 1


def XOR(x1, x2):
    if OR(x1, x2) == 1 and NAND(x1, x2) == 1:
        return 1
    return 0


def two_layer(x, w1, b1, w2, b2, activation):
    hidden = []
    for row in x:
        sums = []
        for j in range(w1.shape[1]):
            total = float(b1[j])
            for i in range(w1.shape[0]):
                total += float(row[i]) * float(w1[i, j])
            sums.append(total)
        hidden.append(sums)
    hidden = activation(np.array(hidden))
    output = []
    for n in range(len(x)):
        total = float(b2)
        for j in range(len(w2)):
            total += hidden[n][j] * w2[j]
        output.append(total)
    return activation(np.array(output))
