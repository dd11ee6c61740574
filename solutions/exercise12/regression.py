"""Exercise 12, solved: regression."""

import numpy as np
import pandas as pd


def predict(X, w, b):
    """Return the prediction of a linear model for each row of `X`."""
    return X @ w + b


def fit_linear(X, y):
    """Return the weights and the intercept with the smallest squared error."""
    ones = np.ones((len(X), 1))
    solution = np.linalg.lstsq(np.hstack([X, ones]), y, rcond=None)[0]
    return solution[:-1], solution[-1]  # the weight of the ones is the intercept


def polynomial_features(x, degree):
    """Return the columns 1, x, x², … up to the power `degree`."""
    columns = [x.astype(float) ** k for k in range(degree + 1)]
    return np.stack(columns, axis=1)


def fit_ridge(X, y, alpha):
    """Return the weights and the intercept of ridge regression."""
    X_mean, y_mean = X.mean(axis=0), y.mean()
    Xc, yc = X - X_mean, y - y_mean  # the intercept drops out, so it is not penalised
    w = np.linalg.solve(Xc.T @ Xc + alpha * np.eye(X.shape[1]), Xc.T @ yc)
    return w, y_mean - X_mean @ w


def fit_lasso(X, y, alpha, iterations):
    """Return the weights and the intercept of the lasso: the elastic net without squares."""
    return fit_elastic_net(X, y, alpha, 1.0, iterations)


def soft_threshold(z, t):
    """Move `z` by `t` towards 0, and stop there."""
    return np.sign(z) * max(abs(z) - t, 0.0)


def fit_elastic_net(X, y, alpha, l1_ratio, iterations):
    """Return the weights and the intercept of the elastic net, by coordinate descent."""
    n, D = X.shape
    X_mean, y_mean = X.mean(axis=0), y.mean()
    Xc, yc = X - X_mean, y - y_mean
    w = np.zeros(D)
    residual = yc.copy()  # of w = 0
    for _ in range(iterations):
        for j in range(D):
            x = Xc[:, j]
            size = x @ x / n
            if size == 0:
                continue  # this column never changes: its weight stays 0
            residual += w[j] * x  # what is left to explain without column j
            w[j] = soft_threshold(x @ residual / n, alpha * l1_ratio)
            w[j] /= size + alpha * (1 - l1_ratio)
            residual -= w[j] * x
    return w, y_mean - X_mean @ w


def load_table(path, target, missing="drop"):
    """Read a CSV file and return the features, the target and the names of the features."""
    table = pd.read_csv(path)
    if missing == "drop":
        table = table.dropna()
    else:
        table = table.dropna(subset=[target])
        table = table.fillna(table.mean())
    features = table.drop(columns=target)
    return features.to_numpy(float), table[target].to_numpy(float), list(features.columns)
