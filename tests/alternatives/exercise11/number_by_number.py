"""Plain Python: every number by itself, with math.sqrt, and a shuffle by hand."""

import math

import numpy as np


class SGD:
    def __init__(self, lr):
        self.lr = lr

    def update(self, params, grads):
        for key, p in params.items():
            for place in np.ndindex(p.shape):
                p[place] = p[place] - self.lr * grads[key][place]


class Momentum:
    def __init__(self, lr, momentum=0.9):
        self.lr = lr
        self.momentum = momentum
        self.memory = {}

    def update(self, params, grads):
        for key, p in params.items():
            for place in np.ndindex(p.shape):
                v = self.momentum * self.memory.get((key, place), 0.0)
                v += self.lr * float(grads[key][place])
                self.memory[key, place] = v
                p[place] -= v


class AdaGrad:
    def __init__(self, lr, eps=1e-7):
        self.lr = lr
        self.eps = eps
        self.memory = {}

    def update(self, params, grads):
        for key, p in params.items():
            for place in np.ndindex(p.shape):
                g = float(grads[key][place])
                h = self.memory.get((key, place), 0.0) + g * g
                self.memory[key, place] = h
                p[place] -= self.lr / (math.sqrt(h) + self.eps) * g


class RMSprop:
    def __init__(self, lr, rho=0.9, eps=1e-7):
        self.lr = lr
        self.rho = rho
        self.eps = eps
        self.memory = {}

    def update(self, params, grads):
        for key, p in params.items():
            for place in np.ndindex(p.shape):
                g = float(grads[key][place])
                h = self.rho * self.memory.get((key, place), 0.0) + (1 - self.rho) * g * g
                self.memory[key, place] = h
                p[place] -= self.lr / (math.sqrt(h) + self.eps) * g


class Adam:
    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-7):
        self.lr = lr
        self.beta1 = beta1
        self.beta2 = beta2
        self.eps = eps
        self.left1 = self.left2 = 1.0  # beta1 and beta2 to the power of t
        self.memory = {}

    def update(self, params, grads):
        self.left1 *= self.beta1
        self.left2 *= self.beta2
        for key, p in params.items():
            for place in np.ndindex(p.shape):
                g = float(grads[key][place])
                m, v = self.memory.get((key, place), (0.0, 0.0))
                m = self.beta1 * m + (1 - self.beta1) * g
                v = self.beta2 * v + (1 - self.beta2) * g * g
                self.memory[key, place] = m, v
                rate = self.lr * math.sqrt(1 - self.left2) / (1 - self.left1)
                p[place] -= rate * m / (math.sqrt(v) + self.eps)


def minibatches(n, batch_size, rng):
    rows = list(range(n))
    batches, batch = [], []
    while rows:
        batch.append(rows.pop(int(rng.integers(len(rows)))))
        if len(batch) == batch_size or not rows:
            batches.append(np.array(batch, dtype=np.int64))
            batch = []
    return batches
