"""Everything in longdouble, rounded to float64 at the end, with train told to each Dropout."""

import numpy as np

LONG = np.longdouble


class Affine:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x = x
        rows = np.reshape(x, (len(x), -1)).astype(LONG)
        return (np.matmul(rows, self.W) + self.b).astype(float)

    def backward(self, dout):
        rows = np.reshape(self.x, (len(self.x), -1)).astype(LONG)
        # One example at a time, added up.
        self.dW = sum(np.outer(row, d) for row, d in zip(rows, dout, strict=True)).astype(float)
        self.db = sum(dout.astype(LONG)).astype(float)
        dx = np.array([self.W.astype(LONG) @ d for d in dout])
        return dx.astype(float).reshape(np.shape(self.x))


class Sigmoid:
    def forward(self, x):
        self.x = x.astype(LONG)
        return (1 / (1 + np.exp(-self.x))).astype(np.float64)

    def backward(self, dout):
        y = 1 / (1 + np.exp(-self.x))
        return (dout * y * (1 - y)).astype(np.float64)


class Relu:
    def forward(self, x):
        self.where = np.nonzero(x > 0)
        return self.pass_on(x)

    def pass_on(self, values):
        result = np.zeros(values.shape)
        result[self.where] = values[self.where]
        return result

    def backward(self, dout):
        return self.pass_on(dout)


class SoftmaxWithLoss:
    def forward(self, x, t):
        self.t = t
        scores = x.astype(LONG)
        scores -= scores.max(axis=1)[:, np.newaxis]
        self.y = np.exp(scores) / np.exp(scores).sum(axis=1)[:, np.newaxis]
        labels = t if t.ndim == 1 else np.nonzero(t)[1]
        right = scores[np.arange(len(x)), labels]
        return np.mean(np.log(np.exp(scores).sum(axis=1)) - right).astype(float)

    def backward(self, dout=1):
        dx = self.y.copy()
        if self.t.ndim == 1:
            for row, label in zip(dx, self.t, strict=True):
                row[label] -= 1
        else:
            dx -= self.t
        return (dout * dx / dx.shape[0]).astype(float)


class Dropout:
    def __init__(self, rate, rng):
        self.rate = rate
        self.rng = rng
        self.train = True

    def forward(self, x, train=None):
        self.active = self.train if train is None else train
        if self.active:
            self.off = self.rng.random(x.shape) < self.rate
        return self.apply(x)

    def apply(self, values):
        result = values.copy()
        if self.active:
            result[self.off] = 0
            result /= 1 - self.rate
        return result

    def backward(self, dout):
        return self.apply(dout)


class Network:
    def __init__(self, layers):
        self.layers = layers

    def forward(self, x, t=None, train=True):
        for layer in self.layers:
            if hasattr(layer, "train"):
                layer.train = train
        *body, last = self.layers
        for layer in body:
            x = layer.forward(x)
        if not isinstance(last, SoftmaxWithLoss):
            return last.forward(x)
        if t is None:
            return x
        return last.forward(x, t)

    def backward(self, dout=1):
        for i in range(1, len(self.layers) + 1):
            dout = self.layers[-i].backward(dout)
        return dout
