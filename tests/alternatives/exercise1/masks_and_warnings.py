"""Arithmetic with masks, and the formulas as they stand: exp may overflow, with a warning."""

import numpy as np


def step(x):
    return x > 0


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def tanh(x):
    return 2 / (1 + np.exp(-2.0 * x)) - 1


def sigmoid_grad(x):
    s = sigmoid(x)
    return s - s**2


def relu(x):
    return x * (x > 0.0) * 1.0


def relu_grad(x):
    return x > 0


def leaky_relu(x, alpha=0.01):
    right = x > 0
    return right * x + ~right * (alpha * x)


def softmax(x):
    if x.ndim == 2:
        x = x.T
        x = x - np.max(x, axis=0)
        y = np.exp(x) / np.sum(np.exp(x), axis=0)
        return y.T
    x = x - np.max(x)
    return np.exp(x) / np.sum(np.exp(x))


def forward(x, weights, biases, activation):
    z = x.copy()
    for i in range(len(weights)):
        a = z @ weights[i]
        a += biases[i]
        z = activation(a)
    return z
