"""Copies of floats that are written into, index by index; a layer is an object that is called."""

import numpy as np


def step(x):
    result = np.zeros(x.shape, dtype=np.uint8)
    result[x > 0] = 1
    return result


def sigmoid(x):
    return (np.tanh(x / 2) + 1) / 2


def tanh(x):
    small = np.exp(-2 * np.abs(x))
    return np.sign(x) * (1 - small) / (1 + small)


def sigmoid_grad(x):
    return sigmoid(x) * sigmoid(-x)


def relu(x):
    result = x.astype(float)
    result[result <= 0] = 0
    return result


def relu_grad(x):
    grad = np.zeros(x.shape)
    grad[x > 0] = 1
    return grad


def leaky_relu(x, alpha=0.01):
    result = np.array(x, dtype=float)
    result[x < 0] *= alpha
    return result


def softmax(x):
    rows = np.atleast_2d(x).astype(float)
    for n in range(len(rows)):
        rows[n] -= rows[n].max()
        rows[n] = np.exp(rows[n])
        rows[n] /= rows[n].sum()
    return rows.reshape(x.shape)


class Layer:
    def __init__(self, W, b, h):
        self.W, self.b, self.h = W, b, h

    def __call__(self, z):
        return self.h(np.dot(z, self.W) + self.b)


def forward(x, weights, biases, activation):
    layers = [Layer(W, b, activation) for W, b in zip(weights, biases, strict=True)]
    for layer in layers:
        x = layer(x)
    return x
