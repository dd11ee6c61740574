"""Number by number, with loops and the math module, and one random number at a time."""

import math

import numpy as np


def each(function, *arrays):
    result = np.empty(arrays[0].shape)
    for index in np.ndindex(result.shape):
        result[index] = function(*(float(array[index]) for array in arrays))
    return result


class Affine:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x = x
        D, H = self.W.shape
        self.rows = [[float(v) for v in example.ravel()] for example in x]
        y = np.zeros((len(x), H))
        for n, row in enumerate(self.rows):
            for j in range(H):
                y[n, j] = sum(row[i] * float(self.W[i, j]) for i in range(D)) + float(self.b[j])
        return y

    def backward(self, dout):
        D, H = self.W.shape
        dx, self.dW, self.db = np.zeros((len(dout), D)), np.zeros((D, H)), np.zeros(H)
        for n, row in enumerate(self.rows):
            for j in range(H):
                self.db[j] += dout[n, j]
                for i in range(D):
                    self.dW[i, j] += row[i] * dout[n, j]
                    dx[n, i] += dout[n, j] * self.W[i, j]
        return dx.reshape(self.x.shape)


class Sigmoid:
    def forward(self, x):
        self.x = x
        return each(lambda v: (1 + math.tanh(v / 2)) / 2, x)

    def backward(self, dout):
        return each(lambda d, v: d * (1 - math.tanh(v / 2) ** 2) / 4, dout, self.x)


class Relu:
    def forward(self, x):
        self.x = x
        return each(lambda v: max(v, 0.0), x)

    def backward(self, dout):
        return each(lambda d, v: d if v > 0 else 0.0, dout, self.x)


class SoftmaxWithLoss:
    def forward(self, x, t):
        self.slope = np.zeros(x.shape)
        N, C = x.shape
        loss = 0.0
        for n in range(N):
            right = int(t[n]) if t.ndim == 1 else [int(v) for v in t[n]].index(1)
            scores = [float(v) for v in x[n]]
            m = max(scores)
            logsum = math.log(sum(math.exp(v - m) for v in scores))
            loss -= scores[right] - m - logsum
            for k in range(C):
                self.slope[n, k] = (math.exp(scores[k] - m - logsum) - (k == right)) / N
        return loss / N

    def backward(self, dout=1):
        return self.slope * dout


class Dropout:
    def __init__(self, rate, rng):
        self.keep, self.rng = 1 - rate, rng

    def forward(self, x, train):
        self.factors = np.ones(x.shape)
        if train:
            for index in np.ndindex(x.shape):
                drawn = self.rng.random()
                self.factors[index] = 1 / self.keep if drawn >= 1 - self.keep else 0
        return each(lambda v, f: v * f, x, self.factors)

    def backward(self, dout):
        return each(lambda d, f: d * f, dout, self.factors)


class Network:
    def __init__(self, layers):
        self.layers = tuple(layers)

    def forward(self, x, t=None, train=True):
        for position in range(len(self.layers)):
            layer = self.layers[position]
            kind = layer.__class__.__name__
            if kind == "SoftmaxWithLoss":
                return layer.forward(x, t) if t is not None else x
            x = layer.forward(x, train) if kind == "Dropout" else layer.forward(x)
        return x

    def backward(self, dout=1):
        position = len(self.layers)
        while position > 0:
            position -= 1
            dout = self.layers[position].backward(dout)
        return dout
