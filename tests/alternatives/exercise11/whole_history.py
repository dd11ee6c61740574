"""Remembers every gradient and works out the sums of the formulas anew in each call."""

import numpy as np


class Remembers:
    def __init__(self, lr):
        self.lr = lr
        self.rates = []
        self.past = {}

    def update(self, params, grads):
        self.rates.append(self.lr)
        for key in params:
            self.past.setdefault(key, []).append(grads[key].copy())
            params[key][...] = params[key] - self.step(np.array(self.past[key]))

    def faded(self, share, values):
        """Σ share^(t - k) · values[k], for the last t."""
        weights = share ** np.arange(len(values))[::-1]
        return np.tensordot(weights, values, axes=1)


class SGD(Remembers):
    def step(self, past):
        return self.lr * past[-1]


class Momentum(Remembers):
    def __init__(self, lr, momentum=0.9):
        super().__init__(lr)
        self.momentum = momentum

    def step(self, past):
        rates = np.array(self.rates).reshape(-1, *[1] * (past.ndim - 1))
        return self.faded(self.momentum, rates * past)


class AdaGrad(Remembers):
    def __init__(self, lr, eps=1e-7):
        super().__init__(lr)
        self.eps = eps

    def step(self, past):
        return self.lr * past[-1] / (np.linalg.norm(past, axis=0) + self.eps)


class RMSprop(Remembers):
    def __init__(self, lr, rho=0.9, eps=1e-7):
        super().__init__(lr)
        self.rho = rho
        self.eps = eps

    def step(self, past):
        h = (1 - self.rho) * self.faded(self.rho, past**2)
        return self.lr * past[-1] / (h**0.5 + self.eps)


class Adam(Remembers):
    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-7):
        super().__init__(lr)
        self.beta1, self.beta2, self.eps = beta1, beta2, eps

    def step(self, past):
        t = len(past)
        # The means with their weights added up to 1: already corrected. So eps is, too.
        m = self.faded(self.beta1, past) / sum(self.beta1**k for k in range(t))
        v = self.faded(self.beta2, past**2) / sum(self.beta2**k for k in range(t))
        return self.lr * m / (np.sqrt(v) + self.eps / np.sqrt(1 - self.beta2**t))


def minibatches(n, batch_size, rng):
    order = rng.choice(n, size=n, replace=False)
    return np.split(order, np.arange(batch_size, n, batch_size))
