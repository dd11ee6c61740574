"""The bias is the weight of an input that is always 1; the answer is a numpy bool."""

import numpy as np


def one_more(x):
    return np.append(x, 1.0)


def perceptron(x, w, b):
    return one_more(x) @ np.append(w, b) > 0


def AND(x1, x2):
    return perceptron(np.array([x1, x2]), np.array([0.5, 0.5]), -0.7)


def NAND(x1, x2):
    return perceptron(np.array([x1, x2]), np.array([-0.5, -0.5]), 0.7)


def OR(x1, x2):
    return perceptron(np.array([x1, x2]), np.array([0.5, 0.5]), -0.2)


def XOR(x1, x2):
    return AND(OR(x1, x2), NAND(x1, x2))


def two_layer(x, w1, b1, w2, b2, activation):
    ones = np.ones((x.shape[0], 1))
    n = activation(np.hstack([x, ones]) @ np.vstack([w1, b1]))
    return activation(np.hstack([n, ones]) @ np.append(w2, b2))
