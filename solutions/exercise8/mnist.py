"""Exercise 8, solved: a network that reads digits."""

import numpy as np


def sigmoid(a):
    """Squash every number into (0, 1)."""
    return 1 / (1 + np.exp(-a))


def softmax(a):
    """Turn each row of scores into probabilities; the shift keeps exp from overflowing."""
    e = np.exp(a - a.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


class TwoLayerNet:
    """A hidden layer of sigmoids, and a softmax over the classes."""

    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01, rng=None):
        if rng is None:
            rng = np.random.default_rng()
        self.params = {
            "W1": weight_init_std * rng.standard_normal((input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * rng.standard_normal((hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }

    def predict(self, x):
        """Return the probabilities of the classes, a row for each example."""
        return self.forward(x)[1]

    def forward(self, x):
        """Return the outputs of the hidden layer, which the gradient needs, and of the network."""
        z1 = sigmoid(x @ self.params["W1"] + self.params["b1"])
        return z1, softmax(z1 @ self.params["W2"] + self.params["b2"])

    def loss(self, x, t):
        """Return the mean cross entropy of the batch."""
        return -np.sum(t * np.log(self.predict(x) + 1e-7)) / len(x)

    def accuracy(self, x, t):
        """Return the share of the examples whose most likely class is the right one."""
        labels = t.argmax(axis=1) if t.ndim == 2 else t
        return np.mean(self.predict(x).argmax(axis=1) == labels)

    def gradient(self, x, t):
        """Return the slope of the mean cross entropy along every parameter."""
        z1, y = self.forward(x)
        delta2 = (y - t) / len(x)
        delta1 = (delta2 @ self.params["W2"].T) * z1 * (1 - z1)
        return {
            "W1": x.T @ delta1,
            "b1": delta1.sum(axis=0),
            "W2": z1.T @ delta2,
            "b2": delta2.sum(axis=0),
        }


def train(net, x, t, iterations, batch_size, lr, rng):
    """Take steps down the gradient of random batches; return the loss of each before its step."""
    losses = np.zeros(iterations)
    for i in range(iterations):
        rows = rng.choice(len(x), batch_size)
        losses[i] = net.loss(x[rows], t[rows])
        grads = net.gradient(x[rows], t[rows])
        for key in grads:
            net.params[key] -= lr * grads[key]
    return losses
