"""Short and functional: whole ufuncs, log-sum-exp by `reduce`, the layers by recursion."""

import numpy as np


def step(x):
    return np.greater(x, 0).astype(int)


def sigmoid(x):
    return np.exp(-np.logaddexp(0, -x))


def tanh(x):
    return np.tanh(x)


def sigmoid_grad(x):
    return np.exp(-np.abs(x)) / (1 + np.exp(-np.abs(x))) ** 2


def relu(x):
    return (x + np.abs(x)) / 2


def relu_grad(x):
    return np.sign(np.maximum(x, 0))


def leaky_relu(x, alpha=0.01):
    return np.maximum(alpha * x, x)


def softmax(x):
    return np.exp(x - np.expand_dims(np.logaddexp.reduce(x, axis=-1), -1))


def forward(x, weights, biases, activation):
    if len(weights) == 0:
        return x
    z = activation(np.matmul(x, weights[0]) + biases[0])
    return forward(z, weights[1:], biases[1:], activation)
