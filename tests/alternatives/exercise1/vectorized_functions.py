"""`np.vectorize` around functions of one number, and softmax through `apply_along_axis`."""

import math

import numpy as np

step = np.vectorize(lambda v: v > 0, otypes=[int])
tanh = np.vectorize(math.tanh, otypes=[float])
relu = np.vectorize(lambda v: max(0.0, v), otypes=[float])
relu_grad = np.vectorize(lambda v: float(v > 0), otypes=[float])


@np.vectorize(otypes=[float])
def sigmoid(x):
    return 0.5 * (1 + math.tanh(x / 2))


@np.vectorize(otypes=[float])
def sigmoid_grad(x):
    return 0.25 * (1 - math.tanh(x / 2) ** 2)


def leaky_relu(x, alpha=0.01):
    return np.vectorize(lambda v: max(v, alpha * v), otypes=[float])(x)


def softmax_of_a_row(row):
    shares = np.exp(row[:, None] - row[None, :])  # exp(x_i - x_j)
    return 1 / np.sum(shares.T, axis=1)


def softmax(x):
    if len(x) == 0:
        return x.astype(float)
    return np.apply_along_axis(softmax_of_a_row, -1, x)


def forward(x, weights, biases, activation):
    z = np.hstack([x, np.ones((len(x), 1))])
    for W, b in zip(weights, biases, strict=True):
        z = activation(z @ np.vstack([W, b]))
        out, z = z, np.hstack([z, np.ones((len(z), 1))])
    return out
