"""The loss remembers the forward pass for the gradient that follows, and labels replace one-hot."""

import numpy as np


class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01, rng=None):
        self.rng = rng if rng is not None else np.random.default_rng()
        self.sizes = input_size, hidden_size, output_size
        self.params = {
            "W1": np.multiply(self.rng.standard_normal(self.sizes[:2]), weight_init_std),
            "W2": np.multiply(self.rng.standard_normal(self.sizes[1:]), weight_init_std),
        }
        self.params.update(b1=np.zeros(hidden_size), b2=0.0 * np.ones(output_size))
        self.z = self.y = None

    def predict(self, x):
        W1, b1, W2, b2 = (self.params[name] for name in ("W1", "b1", "W2", "b2"))
        with np.errstate(over="ignore"):
            self.z = np.reciprocal(1.0 + np.exp(-(np.matmul(x, W1) + b1)))
        scores = np.matmul(self.z, W2) + b2
        scores -= np.amax(scores, axis=1, keepdims=True)
        np.exp(scores, out=scores)
        scores /= np.sum(scores, axis=1, keepdims=True)
        self.y = scores
        return scores.copy()

    def loss(self, x, t):
        y = self.predict(x)
        return -np.log(y[np.arange(len(y)), np.argmax(t, axis=1)] + 1e-7).mean()

    def accuracy(self, x, t):
        t = np.array(t)
        if t.ndim == 2:
            t = t @ np.arange(t.shape[1])
        return (self.predict(x).argmax(1) == t).mean()

    def gradient(self, x, t):
        self.predict(x)
        return self.backward(x, t)

    def backward(self, x, t):
        delta = self.y.copy()
        delta[np.arange(len(t)), t.argmax(1)] -= 1.0
        delta *= 1.0 / len(t)
        below = self.z * (1 - self.z) * (delta @ self.params["W2"].T)
        one = np.ones(len(t))
        return {
            "W1": (below.T @ x).T,
            "W2": (delta.T @ self.z).T,
            "b1": one @ below,
            "b2": one @ delta,
        }


def train(net, x, t, iterations, batch_size, lr, rng):
    def step():
        rows = rng.choice(x.shape[0], size=batch_size)
        value = net.loss(x[rows], t[rows])
        for name, slope in net.backward(x[rows], t[rows]).items():
            np.subtract(net.params[name], lr * slope, out=net.params[name])
        return value

    return np.fromiter((step() for _ in range(iterations)), dtype=np.float64, count=iterations)
