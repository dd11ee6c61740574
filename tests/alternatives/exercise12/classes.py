"""Classes and recursion: a centred data set, singular values, a dual ridge, lists for pairs."""

import numpy as np
import pandas as pd


class Centred:
    """Examples without their means, and the way back."""

    def __init__(self, X, y):
        self.x_mean = np.mean(X, axis=0, dtype=float)
        self.y_mean = np.mean(y, dtype=float)
        self.X = np.subtract(X, self.x_mean)
        self.y = np.subtract(y, self.y_mean)

    def model(self, w):
        return [w, np.array(self.y_mean - np.dot(self.x_mean, w))]  # a list, and b of shape ()


def predict(X, w, b):
    return np.array([np.dot(row, w) + b for row in X])


def fit_linear(X, y):
    data = Centred(X, y)
    U, s, Vt = np.linalg.svd(data.X, full_matrices=False)
    keep = s > 1e-10 * max(s.max(), 1.0)
    return data.model(Vt[keep].T @ ((U[:, keep].T @ data.y) / s[keep]))


def polynomial_features(x, degree):
    x = np.array(x, dtype=np.float64).reshape(-1, 1)
    if degree == 0:
        return np.ones_like(x)
    lower = polynomial_features(x.ravel(), degree - 1)
    return np.concatenate([lower, lower[:, -1:] * x], axis=1)


def fit_ridge(X, y, alpha):
    if alpha == 0:
        return fit_linear(X, y)
    data = Centred(X, y)
    kernel = data.X @ data.X.T
    return data.model(data.X.T @ np.linalg.solve(kernel + alpha * np.eye(len(X)), data.y))


class CoordinateDescent:
    def __init__(self, data, l1, l2):
        self.data, self.l1, self.l2 = data, l1, l2
        self.w = np.zeros(data.X.shape[1])

    def sweep(self):
        n = len(self.data.y)
        for j in range(len(self.w)):
            x = self.data.X[:, j]
            others = np.delete(np.arange(len(self.w)), j)
            rest = self.data.y - self.data.X[:, others] @ self.w[others]
            z, size = x @ rest / n, x @ x / n
            if size > 0:
                self.w[j] = (max(z - self.l1, 0) - max(-z - self.l1, 0)) / (size + self.l2)

    def run(self, times):
        if times:
            self.sweep()
            self.run(times - 1)
        return self.w


def fit_lasso(X, y, alpha, iterations):
    data = Centred(X, y)
    return data.model(CoordinateDescent(data, alpha, 0.0).run(iterations))


def fit_elastic_net(X, y, alpha, l1_ratio, iterations):
    data = Centred(X, y)
    net = CoordinateDescent(data, alpha * l1_ratio, alpha - alpha * l1_ratio)
    return data.model(net.run(iterations))


class Table:
    def __init__(self, path, target):
        self.frame = pd.read_csv(path, dtype=float)
        self.target = target

    def drop(self):
        self.frame.dropna(inplace=True)

    def mean(self):
        self.frame.dropna(subset=[self.target], inplace=True)
        self.frame.fillna({name: self.frame[name].mean() for name in self.frame}, inplace=True)

    def arrays(self):
        names = tuple(name for name in self.frame if name != self.target)
        return np.array(self.frame[list(names)]), np.array(self.frame[self.target]), names


def load_table(path, target, missing="drop"):
    table = Table(path, target)
    getattr(table, missing)()
    return table.arrays()
