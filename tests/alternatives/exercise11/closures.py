"""No classes: functions that return an object with lr and update, whose memory is a closure."""

# ruff: noqa: N802 - the exercise names them like classes

from collections import defaultdict
from types import SimpleNamespace

import numpy as np


def optimiser(lr, rule):
    own = SimpleNamespace(lr=lr)

    def update(params, grads):
        for key, step in rule(own, {k: np.array(g) for k, g in grads.items()}).items():
            np.copyto(params[key], params[key] - step)
        return params

    own.update = update
    return own


def SGD(lr):
    return optimiser(lr, lambda own, grads: {key: own.lr * g for key, g in grads.items()})


def Momentum(lr, momentum=0.9):
    v = defaultdict(float)

    def rule(own, grads):
        v.update({key: momentum * v[key] + own.lr * g for key, g in grads.items()})
        return v

    return optimiser(lr, rule)


def AdaGrad(lr, eps=1e-7):
    h = defaultdict(float)

    def rule(own, grads):
        h.update({key: h[key] + g**2 for key, g in grads.items()})
        return {key: own.lr * g / (np.sqrt(h[key]) + eps) for key, g in grads.items()}

    return optimiser(lr, rule)


def RMSprop(lr, rho=0.9, eps=1e-7):
    h = defaultdict(float)

    def rule(own, grads):
        h.update({key: h[key] + (1 - rho) * (g**2 - h[key]) for key, g in grads.items()})
        return {key: own.lr * g / (np.sqrt(h[key]) + eps) for key, g in grads.items()}

    return optimiser(lr, rule)


def Adam(lr=0.001, beta1=0.9, beta2=0.999, eps=1e-7):
    m, v, calls = defaultdict(float), defaultdict(float), []

    def rule(own, grads):
        calls.append(1)
        t = len(calls)
        m.update({key: beta1 * m[key] + (1 - beta1) * g for key, g in grads.items()})
        v.update({key: beta2 * v[key] + (1 - beta2) * g**2 for key, g in grads.items()})
        unbiased = np.sqrt(-np.expm1(t * np.log(beta2))) / -np.expm1(t * np.log(beta1))
        return {key: own.lr * unbiased * m[key] / (np.sqrt(v[key]) + eps) for key in grads}

    return optimiser(lr, rule)


def minibatches(n, batch_size, rng):
    order = sorted(range(n), key=lambda _row: rng.random())
    count = (n + batch_size - 1) // batch_size
    return [np.array(order[i * batch_size : (i + 1) * batch_size]) for i in range(count)]
