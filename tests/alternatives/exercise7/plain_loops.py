"""Plain Python: every unit and every weight in a loop of its own, with `math` and lists."""

import math

import numpy as np

KEYS = ("W1", "b1", "W2", "b2")


def sigma(a):
    if a < -700:
        return 0.0
    return 1 / (1 + math.exp(-a))


def weighted_sums(inputs, W, b):
    sums = []
    for j in range(len(b)):
        total = float(b[j])
        for i in range(len(inputs)):
            total += inputs[i] * float(W[i, j])
        sums.append(total)
    return sums


def slopes(inputs, hidden, delta2, W2):
    """Return the slopes along W1, b1, W2, b2 of one example, as lists."""
    delta1 = []
    for i, z in enumerate(hidden):
        paths = 0.0
        for k, d in enumerate(delta2):
            paths += d * float(W2[i, k])
        delta1.append(paths * z * (1 - z))
    dW1 = [[v * d for d in delta1] for v in inputs]
    dW2 = [[z * d for d in delta2] for z in hidden]
    return dW1, delta1, dW2, delta2


def forward(params, x):
    inputs = [float(v) for v in x]
    hidden = [sigma(a) for a in weighted_sums(inputs, params["W1"], params["b1"])]
    output = [sigma(a) for a in weighted_sums(hidden, params["W2"], params["b2"])]
    return np.array(hidden), np.array(output)


def backward(params, x, t):
    hidden, output = forward(params, x)
    delta2 = []
    for y, truth in zip(output, t, strict=True):
        delta2.append((y - float(truth)) * y * (1 - y))
    found = slopes([float(v) for v in x], hidden, delta2, params["W2"])
    return {
        key: np.array(value) for key, value in zip(("W1", "b1", "W2", "b2"), found, strict=True)
    }


def update(params, grads, lr):
    new = {}
    for key in params:
        new[key] = np.zeros(params[key].shape)
        for index in np.ndindex(params[key].shape):
            new[key][index] = params[key][index] - lr * grads[key][index]
    return new


def two_layer_gradient(params, x, t):
    total = {key: np.zeros(params[key].shape) for key in KEYS}
    for n in range(len(x)):
        row = [float(v) for v in x[n]]
        hidden = [sigma(a) for a in weighted_sums(row, params["W1"], params["b1"])]
        scores = weighted_sums(hidden, params["W2"], params["b2"])
        largest = max(scores)
        exps = [math.exp(s - largest) for s in scores]
        delta2 = [e / sum(exps) - float(truth) for e, truth in zip(exps, t[n], strict=True)]
        for key, slope in zip(KEYS, slopes(row, hidden, delta2, params["W2"]), strict=True):
            total[key] += np.array(slope)
    return {key: value / len(x) for key, value in total.items()}


def relative_error(a, n):
    difference = size_a = size_n = 0.0
    for v, u in zip(a.flat, n.flat, strict=True):
        difference += float(v - u) ** 2
        size_a += float(v) ** 2
        size_n += float(u) ** 2
    if size_a == size_n == 0:
        return 0.0
    return math.sqrt(difference) / (math.sqrt(size_a) + math.sqrt(size_n))
