"""Exercise 9, solved: layers."""

import numpy as np


class Affine:
    """Compute x @ W + b."""

    def __init__(self, W, b):
        self.W = W
        self.b = b
        self.dW = None
        self.db = None

    def forward(self, x):
        """Keep the rows and the shape of x for backward."""
        self.shape = x.shape
        self.x = x.reshape(len(x), -1).astype(float)
        return self.x @ self.W + self.b

    def backward(self, dout):
        """Set dW and db, and return the slope along x in its shape."""
        self.dW = self.x.T @ dout
        self.db = dout.sum(axis=0)
        return (dout @ self.W.T).reshape(self.shape)


class Sigmoid:
    """Squash every number into (0, 1)."""

    def forward(self, x):
        """Keep the output: the slope needs nothing else."""
        self.y = 1 / (1 + np.exp(-x))
        return self.y

    def backward(self, dout):
        """Multiply by the slope of the sigmoid, y (1 - y)."""
        return dout * self.y * (1 - self.y)


class Relu:
    """Cut negative numbers to 0."""

    def forward(self, x):
        """Keep where x is positive."""
        self.positive = x > 0
        return np.where(self.positive, x, 0.0)

    def backward(self, dout):
        """Let dout pass where x was positive."""
        return np.where(self.positive, dout, 0.0)


class SoftmaxWithLoss:
    """Softmax of each row, then the mean cross entropy."""

    def forward(self, x, t):
        """Take the logarithm of the softmax without the softmax, which may be 0."""
        shifted = x - x.max(axis=1, keepdims=True)
        logarithms = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
        self.y = np.exp(logarithms)
        self.t = np.eye(x.shape[1])[t] if t.ndim == 1 else t
        return -np.sum(self.t * logarithms) / len(x)

    def backward(self, dout=1):
        """Return (y - t) / N, times dout."""
        return dout * (self.y - self.t) / len(self.y)


class Dropout:
    """Switch off a share of the numbers while training."""

    def __init__(self, rate, rng):
        self.rate = rate
        self.rng = rng

    def forward(self, x, train):
        """Draw what is kept, and scale it up; or let everything pass."""
        self.factor = 1.0
        if train:
            self.factor = (self.rng.random(x.shape) >= self.rate) / (1 - self.rate)
        return x * self.factor

    def backward(self, dout):
        """Send dout the way of x."""
        return dout * self.factor


class Network:
    """Run layers in order, and back."""

    def __init__(self, layers):
        self.layers = layers

    def forward(self, x, t=None, train=True):  # noqa: FBT002 - on or off
        """Return the loss when t is given, else what would go into the loss."""
        for layer in self.layers:
            if isinstance(layer, Dropout):
                x = layer.forward(x, train)
            elif not isinstance(layer, SoftmaxWithLoss):
                x = layer.forward(x)
            elif t is not None:
                x = layer.forward(x, t)
        return x

    def backward(self, dout=1):
        """Send dout back through all layers, the last first."""
        for layer in reversed(self.layers):
            dout = layer.backward(dout)
        return dout
