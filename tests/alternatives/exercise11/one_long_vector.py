"""All parameters in one long vector, one rule for each class, and batches by recursion."""

# ruff: noqa: RUF012 - a table of the class, which nobody changes

import numpy as np


class Optimiser:
    def __init__(self, *settings, **named):
        for name, value in self.defaults.items():
            setattr(self, name, value)
        for name, value in {**dict(zip(self.defaults, settings, strict=False)), **named}.items():
            setattr(self, name, value)
        self.t = 0
        self.memory = np.zeros((2, 0))

    def update(self, params, grads):
        keys = sorted(params)
        g = np.concatenate([grads[key].ravel() for key in keys])
        if self.t == 0:
            self.memory = np.zeros((2, g.size))
        self.t += 1
        step = self.step(g)
        start = 0
        for key in keys:
            end = start + params[key].size
            params[key] -= step[start:end].reshape(params[key].shape)
            start = end


class SGD(Optimiser):
    defaults = {"lr": None}

    def step(self, g):
        return self.lr * g


class Momentum(Optimiser):
    defaults = {"lr": None, "momentum": 0.9}

    def step(self, g):
        self.memory[0] = self.momentum * self.memory[0] + self.lr * g
        return self.memory[0]


class AdaGrad(Optimiser):
    defaults = {"lr": None, "eps": 1e-7}

    def step(self, g):
        self.memory[0] += np.abs(g) ** 2
        return g * (self.lr / (self.memory[0] ** 0.5 + self.eps))


class RMSprop(Optimiser):
    defaults = {"lr": None, "rho": 0.9, "eps": 1e-7}

    def step(self, g):
        self.memory[0] = np.average(
            [self.memory[0], g**2], axis=0, weights=[self.rho, 1 - self.rho]
        )
        return g * (self.lr / (self.memory[0] ** 0.5 + self.eps))


class Adam(Optimiser):
    defaults = {"lr": 0.001, "beta1": 0.9, "beta2": 0.999, "eps": 1e-7}

    def step(self, g):
        betas = np.array([[self.beta1], [self.beta2]])
        self.memory = betas * self.memory + (1 - betas) * np.stack([g, g**2])
        left1, left2 = (1 - betas**self.t).ravel()
        return self.lr * left2**0.5 / left1 * self.memory[0] / (self.memory[1] ** 0.5 + self.eps)


def minibatches(n, batch_size, rng):
    def deal(rows):
        if len(rows) == 0:
            return []
        return [rows[:batch_size], *deal(rows[batch_size:])]

    return deal(np.argsort(rng.random(n)).astype(np.int64))
