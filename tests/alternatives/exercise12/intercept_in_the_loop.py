"""QR and Cholesky; a lasso that takes means off in every update instead of centring before."""

import numpy as np
import pandas as pd


def predict(X, w, b):
    return b + np.matmul(X, w)


def fit_linear(X, y):
    # From one column to the next, keep those that are not a sum of the ones before.
    A = np.column_stack([np.ones(len(X)), X]).astype(float)
    kept, basis = [], np.zeros((len(A), 0))
    for j in range(A.shape[1]):
        rest = A[:, j] - basis @ (basis.T @ A[:, j])
        rest = rest - basis @ (basis.T @ rest)
        if np.linalg.norm(rest) > 1e-9 * np.linalg.norm(A[:, j]):
            kept.append(j)
            basis = np.column_stack([basis, rest / np.linalg.norm(rest)])
    solution = np.zeros(A.shape[1])
    Q, R = np.linalg.qr(A[:, kept])
    solution[kept] = np.linalg.solve(R, Q.T @ y)
    return solution[1:], float(solution[0])


def polynomial_features(x, degree):
    columns = np.ones((len(x), degree + 1))
    columns[:, 1:] = np.cumprod(np.tile(x[:, None] * 1.0, degree), axis=1)
    return columns


def fit_ridge(X, y, alpha):
    if alpha == 0:
        return fit_linear(X, y)
    n = len(X)
    H = np.eye(n) - np.ones((n, n)) / n  # takes the mean off
    L = np.linalg.cholesky(X.T @ H @ X + alpha * np.eye(X.shape[1]))
    w = np.linalg.solve(L.T, np.linalg.solve(L, X.T @ H @ y))
    return w, float((y - X @ w).mean())


def fit_elastic_net(X, y, alpha, l1_ratio, iterations):
    w = np.zeros(X.shape[1])
    variance = X.var(axis=0)
    for _ in range(iterations):
        for j in range(len(w)):
            if variance[j] == 0:
                continue
            rest = y - X @ w + w[j] * X[:, j]
            z = np.mean((X[:, j] - X[:, j].mean()) * (rest - rest.mean()))
            w[j] = np.sign(z) * max(0, abs(z) - alpha * l1_ratio)
            w[j] /= variance[j] + alpha * (1 - l1_ratio)
    return w, (y - X @ w).mean()


def fit_lasso(X, y, alpha, iterations):
    return fit_elastic_net(X, y, alpha, l1_ratio=1, iterations=iterations)


def load_table(path, target, missing="drop"):
    table = pd.read_csv(path)
    features, truth = table.drop(target, axis=1), table[target]
    features, truth = features[truth.notna()], truth[truth.notna()]
    if missing == "drop":
        complete = features.isnull().sum(axis=1) == 0
        features, truth = features[complete], truth[complete]
    else:
        features = features.fillna(features.mean())
    return np.array(features, dtype=float), np.array(truth, dtype=float), [*features]
