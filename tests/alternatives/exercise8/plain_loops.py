"""Plain loops over examples, units and classes; weights are drawn one at a time."""

import math

import numpy as np


class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01, rng=None):
        rng = rng or np.random.default_rng()
        self.params = {}
        for number, (inputs, outputs) in enumerate(
            [(input_size, hidden_size), (hidden_size, output_size)], start=1
        ):
            W = np.zeros((inputs, outputs))
            for i in range(inputs):
                for j in range(outputs):
                    W[i, j] = rng.standard_normal() * weight_init_std
            self.params[f"W{number}"] = W
            self.params[f"b{number}"] = np.zeros(outputs)

    def _layer(self, number, row):
        W, b = self.params[f"W{number}"], self.params[f"b{number}"]
        return [float(np.dot(row, W[:, j])) + b[j] for j in range(len(b))]

    def _one(self, row):
        hidden = []
        for a in self._layer(1, row):
            if a >= 0:
                hidden.append(1 / (1 + math.exp(-a)))
            else:
                hidden.append(math.exp(a) / (1 + math.exp(a)))
        scores = self._layer(2, hidden)
        largest = max(scores)
        exps = [math.exp(score - largest) for score in scores]
        return hidden, [e / sum(exps) for e in exps]

    def predict(self, x):
        return np.array([self._one(row)[1] for row in x])

    def loss(self, x, t):
        total = 0.0
        for row, truth in zip(self.predict(x), t, strict=True):
            for p, hit in zip(row, truth, strict=True):
                if hit:
                    total -= math.log(p + 1e-7)
        return total / len(x)

    def accuracy(self, x, t):
        right = 0
        for row, truth in zip(self.predict(x), t, strict=True):
            label = list(truth).index(1) if np.ndim(truth) else truth
            right += list(row).index(max(row)) == label
        return right / len(x)

    def gradient(self, x, t):
        grads = {key: np.zeros_like(value) for key, value in self.params.items()}
        W2 = self.params["W2"]
        for row, truth in zip(x, t, strict=True):
            hidden, y = self._one(row)
            back = [0.0] * len(hidden)
            for k in range(len(y)):
                delta = (y[k] - truth[k]) / len(x)
                grads["b2"][k] += delta
                for j in range(len(hidden)):
                    grads["W2"][j, k] += hidden[j] * delta
                    back[j] += W2[j, k] * delta
            for j in range(len(hidden)):
                delta = back[j] * hidden[j] * (1 - hidden[j])
                grads["b1"][j] += delta
                for i in range(len(row)):
                    grads["W1"][i, j] += row[i] * delta
        return grads


def _fast(net, x, t):
    """Do what the methods do, for training: 1,200 batches of 784 pixels are too many for loops."""
    p = net.params
    hidden = 1 / (1 + np.exp(-(x @ p["W1"] + p["b1"])))
    scores = hidden @ p["W2"] + p["b2"]
    y = np.exp(scores - scores.max(axis=1)[:, None])
    y /= y.sum(axis=1)[:, None]
    loss = -(t * np.log(y + 1e-7)).sum() / len(x)
    d2 = (y - t) / len(x)
    d1 = np.dot(d2, p["W2"].T) * hidden * (1 - hidden)
    return loss, {"b2": d2.sum(0), "W2": hidden.T @ d2, "b1": d1.sum(0), "W1": x.T @ d1}


def train(net, x, t, iterations, batch_size, lr, rng):
    losses = []
    while len(losses) < iterations:
        rows = rng.choice(len(x), batch_size)
        loss, grads = _fast(net, x[rows], t[rows])
        losses.append(loss)
        for key, slope in grads.items():
            net.params[key] = net.params[key] - lr * slope
    return np.array(losses)
