"""Forward leaves a function behind that goes back; a network is its first layer and the rest."""

from functools import singledispatch

import numpy as np


class Remembering:
    def backward(self, dout=1):
        return self.go_back(dout)


class Affine(Remembering):
    def __init__(self, W, b):
        self.W, self.b = np.array(W, dtype=float), np.array(b, dtype=float)

    def forward(self, x):
        # A column of ones makes the bias one more row of weights.
        rows = np.column_stack([x.reshape(len(x), self.W.shape[0]), np.ones(len(x))])
        weights = np.vstack([self.W, self.b])

        def go_back(dout):
            gradient = rows.T @ dout
            self.dW, self.db = gradient[:-1], gradient[-1]
            return (weights[:-1] @ dout.T).T.reshape(x.shape)

        self.go_back = go_back
        return rows @ weights


class Sigmoid(Remembering):
    def forward(self, x):
        y = np.exp(-np.logaddexp(0, -x))
        self.go_back = lambda dout: dout * (y - y**2)
        return y


class Relu(Remembering):
    def forward(self, x):
        self.go_back = lambda dout: dout * (np.sign(x) + 1 > 1)
        return (x + np.abs(x)) / 2


class SoftmaxWithLoss(Remembering):
    def forward(self, x, t):
        if len(t.shape) == 1:
            hot = np.zeros(x.shape)
            hot[range(len(t)), t] = 1
            return self.forward(x, hot)
        shifted = x - np.amax(x, axis=-1, keepdims=True)
        e = np.exp(shifted)
        y = e / e.sum(-1, keepdims=True)
        self.go_back = lambda dout=1: (y - t) * (dout / len(t))
        return np.mean(np.log(e.sum(-1)) - (shifted * t).sum(-1))


class Dropout(Remembering):
    def __init__(self, rate, rng):
        self.rate, self.rng = rate, rng

    def forward(self, x, train):
        kept = self.rng.uniform(size=x.shape) >= self.rate if train else np.ones(x.shape, bool)
        share = 1 - self.rate if train else 1
        self.go_back = lambda dout: np.where(kept, dout / share, 0)
        return self.go_back(x)


@singledispatch
def run(layer, x, t, train):
    return layer.forward(x)


@run.register
def _(layer: Dropout, x, t, train):
    return layer.forward(x, train)


@run.register
def _(layer: SoftmaxWithLoss, x, t, train):
    return x if t is None else layer.forward(x, t)


class Network:
    def __init__(self, layers):
        self.first, rest = layers[0], layers[1:]
        self.rest = Network(rest) if rest else None

    def forward(self, x, t=None, train=True):
        y = run(self.first, x, t, train)
        return self.rest.forward(y, t, train) if self.rest else y

    def backward(self, dout=1):
        return self.first.backward(self.rest.backward(dout) if self.rest else dout)
