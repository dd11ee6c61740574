"""Pseudo-inverses of the normal equations, with a column of ones; a Gram matrix for the lasso."""

import numpy as np


def predict(X, w, b):
    return np.hstack([X, np.ones((X.shape[0], 1))]).dot(np.append(w, b))


def fit_linear(X, y):
    A = np.c_[np.ones(len(X)), X]
    solution = np.linalg.pinv(A.T @ A) @ A.T @ y
    return solution[1:], solution[0]


def polynomial_features(x, degree):
    return np.vander(x.astype(float), degree + 1, increasing=True)


def fit_ridge(X, y, alpha):
    A = np.c_[np.ones(len(X)), X]
    penalty = alpha * np.eye(A.shape[1])
    penalty[0, 0] = 0  # not for the intercept
    solution = np.linalg.inv(A.T @ A + penalty) @ (A.T @ y)
    return solution[1:], solution[0]


def fit_lasso(X, y, alpha, iterations):
    n = X.shape[0]
    Xc, yc = X - X.mean(0), y - y.mean()
    gram, target = Xc.T @ Xc, Xc.T @ yc
    w = np.zeros(X.shape[1])
    for _ in range(iterations):
        for j in range(len(w)):
            rho = target[j] - gram[j] @ w + gram[j, j] * w[j]
            if rho < -n * alpha:
                w[j] = (rho + n * alpha) / gram[j, j]
            elif rho > n * alpha:
                w[j] = (rho - n * alpha) / gram[j, j]
            else:
                w[j] = 0.0
    return w, np.mean(y - X @ w)


def fit_elastic_net(X, y, alpha, l1_ratio, iterations):
    n = X.shape[0]
    Xc, yc = X - X.mean(0), y - y.mean()
    gram, target = Xc.T @ Xc, Xc.T @ yc
    l1, l2 = n * alpha * l1_ratio, n * alpha * (1 - l1_ratio)
    w = np.zeros(X.shape[1])
    for _ in range(iterations):
        for j in range(len(w)):
            if gram[j, j] == 0:
                continue
            rho = target[j] - gram[j] @ w + gram[j, j] * w[j]
            w[j] = np.sign(rho) * np.maximum(np.abs(rho) - l1, 0) / (gram[j, j] + l2)
    return w, np.mean(y - X @ w)


def load_table(path, target, missing="drop"):
    data = np.genfromtxt(path, delimiter=",", names=True, missing_values=["NA", "NaN", ""])
    names = [name for name in data.dtype.names if name != target]
    X = np.array([data[name] for name in names]).T
    y = data[target]
    X, y = X[~np.isnan(y)], y[~np.isnan(y)]
    if missing == "mean":
        return np.where(np.isnan(X), np.nanmean(X, axis=0), X), y, names
    complete = np.isfinite(X).all(axis=1)
    return X[complete], y[complete], names
