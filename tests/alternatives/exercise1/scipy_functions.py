"""With scipy.special: expit, log_softmax and logsumexp; the layers by reduce."""

from functools import reduce

import numpy as np
from scipy.special import expit, log_expit, logsumexp


def step(x):
    return np.heaviside(x, 0).astype(np.int8)


def sigmoid(x):
    return expit(np.asarray(x, dtype=np.float64))


def tanh(x):
    return 2 * expit(2.0 * x) - 1


def sigmoid_grad(x):
    return np.exp(log_expit(x * 1.0) + log_expit(x * -1.0))


def relu(x):
    return np.clip(x.astype(float), 0, None)


def relu_grad(x):
    return np.heaviside(x, 0.0)


def leaky_relu(x, alpha=0.01):
    return np.maximum(x, 0) + alpha * np.minimum(x, 0)


def softmax(x):
    return np.exp(x - logsumexp(x, axis=-1, keepdims=True))


def forward(x, weights, biases, activation):
    return reduce(
        lambda z, layer: activation(np.einsum("nd,dh->nh", z, layer[0]) + layer[1]),
        zip(weights, biases, strict=True),
        x,
    )
