"""Plain Python: one number at a time with `math`, put back into the shape of x at the end."""

import math

import numpy as np


def each(f, x, dtype=float):
    return np.array([f(v) for v in x.ravel().tolist()], dtype=dtype).reshape(x.shape)


def step(x):
    return each(lambda v: 1 if v > 0 else 0, x, int)


def sigmoid_of(v):
    if v < 0:
        e = math.exp(v)
        return e / (1 + e)
    return 1 / (1 + math.exp(-v))


def sigmoid(x):
    return each(sigmoid_of, x)


def tanh_of(v):
    if v > 20:
        return 1.0
    if v < -20:
        return -1.0
    return (math.exp(v) - math.exp(-v)) / (math.exp(v) + math.exp(-v))


def tanh(x):
    return each(tanh_of, x)


def sigmoid_grad(x):
    return each(lambda v: sigmoid_of(v) * (1 - sigmoid_of(v)), x)


def relu(x):
    return each(lambda v: max(v, 0), x)


def relu_grad(x):
    return each(lambda v: 1 if v > 0 else 0, x, int)


def leaky_relu(x, alpha=0.01):
    return each(lambda v: v if v > 0 else alpha * v, x)


def softmax_of(row):
    largest = max(row)
    exps = [math.exp(v - largest) for v in row]
    total = sum(exps)
    return [e / total for e in exps]


def softmax(x):
    if x.ndim == 1:
        return np.array(softmax_of(x.tolist()))
    result = np.zeros(x.shape)
    for n, row in enumerate(x.tolist()):
        result[n] = softmax_of(row)
    return result


def forward(x, weights, biases, activation):
    z = x.tolist()
    for W, b in zip(weights, biases, strict=True):
        rows = []
        for row in z:
            sums = []
            for j in range(W.shape[1]):
                total = float(b[j])
                for i in range(W.shape[0]):
                    total += row[i] * float(W[i, j])
                sums.append(total)
            rows.append(sums)
        z = activation(np.array(rows)).tolist()
    return np.array(z)
