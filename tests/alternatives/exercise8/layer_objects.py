"""Layers as objects with forward and backward, made anew for each call, in the book's later style."""

import numpy as np


class Affine:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x = x
        return np.dot(x, self.W) + self.b

    def backward(self, dout):
        self.dW = np.dot(self.x.T, dout)
        self.db = np.sum(dout, axis=0)
        return np.dot(dout, self.W.T)


class Sigmoid:
    def forward(self, a):
        self.out = 0.5 * (1 + np.tanh(a / 2))
        return self.out

    def backward(self, dout):
        return dout * self.out * (1.0 - self.out)


class SoftmaxWithLoss:
    def forward(self, scores, t):
        self.t = t
        self.y = softmax(scores)
        return cross_entropy(self.y, t)

    def backward(self):
        dx = self.y.copy()
        dx[np.arange(len(dx)), self.t.argmax(axis=1)] -= 1
        return dx / len(dx)


def softmax(a):
    a = a.T - np.max(a.T, axis=0)
    return (np.exp(a) / np.sum(np.exp(a), axis=0)).T


def cross_entropy(y, t):
    labels = t.argmax(axis=1)
    return -np.sum(np.log(y[np.arange(len(y)), labels] + 1e-7)) / y.shape[0]


class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01, rng=None):
        rng = np.random.default_rng(rng)
        self.params = dict(
            W1=rng.normal(0, weight_init_std, size=(input_size, hidden_size)),
            b1=np.zeros(hidden_size),
            W2=rng.normal(0, weight_init_std, size=(hidden_size, output_size)),
            b2=np.zeros(output_size),
        )
        self.calls = 0

    def layers(self):
        self.calls += 1
        p = self.params
        return [Affine(p["W1"], p["b1"]), Sigmoid(), Affine(p["W2"], p["b2"])]

    def scores(self, x):
        for layer in self.layers():
            x = layer.forward(x)
        return x

    def predict(self, x):
        return softmax(self.scores(x))

    def loss(self, x, t):
        return SoftmaxWithLoss().forward(self.scores(x), t)

    def accuracy(self, x, t):
        y = np.argmax(self.scores(x), axis=1)
        if t.ndim != 1:
            t = np.argmax(t, axis=1)
        return np.sum(y == t) / float(x.shape[0])

    def gradient(self, x, t):
        layers, last = self.layers(), SoftmaxWithLoss()
        for layer in layers:
            x = layer.forward(x)
        last.forward(x, t)
        dout = last.backward()
        for layer in reversed(layers):
            dout = layer.backward(dout)
        first, _, second = layers
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


def train(network, x_train, t_train, iters_num, batch_size, learning_rate, rng):
    train_size = x_train.shape[0]
    train_loss_list = []
    for _i in range(iters_num):
        batch_mask = rng.choice(train_size, batch_size, replace=True)
        x_batch = x_train[batch_mask]
        t_batch = t_train[batch_mask]
        train_loss_list.append(network.loss(x_batch, t_batch))
        grad = network.gradient(x_batch, t_batch)
        for key in ("W1", "b1", "W2", "b2"):
            network.params[key] -= learning_rate * grad[key]
    return np.asarray(train_loss_list, dtype=float)
