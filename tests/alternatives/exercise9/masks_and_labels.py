"""In the style of the book: masks, copies and indices, with t kept as labels."""

import numpy as np


class Affine:
    def __init__(self, W, b):
        self.W = W.astype(np.float64)
        self.b = b.astype(np.float64)
        self.x = None
        self.original_x_shape = None
        self.dW = None
        self.db = None

    def forward(self, x):
        self.original_x_shape = x.shape
        self.x = x.reshape(x.shape[0], -1)
        return np.dot(self.x, self.W) + self.b

    def backward(self, dout):
        dx = np.dot(dout, self.W.T)
        self.dW = np.dot(self.x.T, dout)
        self.db = np.sum(dout, axis=0)
        return dx.reshape(*self.original_x_shape)


class Sigmoid:
    def __init__(self):
        self.out = None

    def forward(self, x):
        self.out = 1 / (1 + np.exp(-x))
        return self.out

    def backward(self, dout):
        return dout * (1.0 - self.out) * self.out


class Relu:
    def __init__(self):
        self.mask = None

    def forward(self, x):
        self.mask = x <= 0
        out = x.astype(float)
        out[self.mask] = 0
        return out

    def backward(self, dout):
        dx = dout.copy()
        dx[self.mask] = 0
        return dx


class SoftmaxWithLoss:
    def __init__(self):
        self.log_y = None
        self.t = None

    def forward(self, x, t):
        self.t = t.argmax(axis=1) if t.ndim == x.ndim else t
        m = np.max(x, axis=1).reshape(-1, 1)
        self.log_y = x - (m + np.log(np.sum(np.exp(x - m), axis=1)).reshape(-1, 1))
        batch_size = x.shape[0]
        return -np.sum(self.log_y[np.arange(batch_size), self.t]) / batch_size

    def backward(self, dout=1):
        batch_size = self.t.shape[0]
        dx = np.exp(self.log_y)
        dx[np.arange(batch_size), self.t] -= 1
        return dx / batch_size * dout


class Dropout:
    def __init__(self, rate, rng):
        self.rate = rate
        self.rng = rng
        self.mask = None

    def forward(self, x, train):
        if not train:
            self.mask = None
            return x
        self.mask = self.rng.random(x.shape) >= self.rate
        return x * self.mask / (1.0 - self.rate)

    def backward(self, dout):
        if self.mask is None:
            return dout
        return dout * self.mask / (1.0 - self.rate)


class Network:
    def __init__(self, layers):
        self.layers = list(layers)
        self.last = None
        if isinstance(layers[-1], SoftmaxWithLoss):
            self.last = self.layers.pop()

    def predict(self, x, train):
        for layer in self.layers:
            x = layer.forward(x, train) if type(layer) is Dropout else layer.forward(x)
        return x

    def forward(self, x, t=None, train=True):
        y = self.predict(x, train)
        return y if t is None else self.last.forward(y, t)

    def backward(self, dout=1):
        if self.last is not None:
            dout = self.last.backward(dout)
        for layer in self.layers[::-1]:
            dout = layer.backward(dout)
        return dout
