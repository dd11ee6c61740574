"""SciPy's expit and softmax, einsum for the products, and rows drawn with `integers`."""

import numpy as np
from scipy.special import expit, softmax


class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01, rng=None):
        if rng is None:
            rng = np.random.default_rng()
        sizes = [("W1", "b1", input_size, hidden_size), ("W2", "b2", hidden_size, output_size)]
        self.params = {}
        for weights, biases, above, below in sizes:
            self.params[weights] = rng.normal(scale=weight_init_std, size=above * below).reshape(
                above, below
            )
            self.params[biases] = np.zeros((below,), dtype=np.float64)

    def hidden(self, x):
        return expit(np.einsum("nd,dh->nh", x, self.params["W1"]) + self.params["b1"])

    def predict(self, x):
        return softmax(self.hidden(x) @ self.params["W2"] + self.params["b2"], axis=1)

    def loss(self, x, t):
        return float(np.mean(np.sum(-np.log(self.predict(x) + 1e-7) * t, axis=1)))

    def accuracy(self, x, t):
        truth = np.asarray(t)
        if truth.shape == (len(x),):
            truth = np.eye(len(self.params["b2"]), dtype=int)[truth]
        chosen = np.take_along_axis(truth, self.predict(x).argmax(axis=1)[:, np.newaxis], axis=1)
        return float(chosen.sum() / len(x))

    def gradient(self, x, t):
        z, y = self.hidden(x), self.predict(x)
        error = np.subtract(y, t)
        back = np.einsum("nc,hc->nh", error, self.params["W2"]) * (z - z**2)
        return {
            "W1": np.einsum("nd,nh->dh", x, back) / len(x),
            "b1": np.mean(back, axis=0),
            "W2": np.einsum("nh,nc->hc", z, error) / len(x),
            "b2": np.mean(error, axis=0),
        }


def train(net, x, t, iterations, batch_size, lr, rng):
    n, losses = len(x), np.full(iterations, np.nan)
    for step in range(iterations):
        rows = rng.integers(0, n, size=batch_size)
        a, b = np.take(x, rows, axis=0), np.take(t, rows, axis=0)
        losses[step] = net.loss(a, b)
        slopes = net.gradient(a, b)
        net.params = {key: value - lr * slopes[key] for key, value in net.params.items()}
    return losses
