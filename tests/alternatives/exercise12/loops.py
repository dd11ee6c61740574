"""Plain Python: loops over lists of floats, elimination with pivots, and the csv module."""

import csv
import math

import numpy as np


def _rows(X):
    return [[float(value) for value in row] for row in X]


def _solve(A, c):
    """Solve A w = c by Gauss-Jordan with full pivoting; unknowns without a pivot are 0."""
    size = len(c)
    M = [[*row, value] for row, value in zip(A, c)]
    largest = max(abs(value) for row in A for value in row) or 1.0
    chosen = []
    for step in range(size):
        pivot, i, j = max(
            (abs(M[i][j]), i, j)
            for i in range(step, size)
            for j in range(size)
            if j not in [column for _, column in chosen]
        )
        if pivot <= 1e-11 * largest:
            break
        M[step], M[i] = M[i], M[step]
        chosen.append((step, j))
        for other in range(size):
            if other != step:
                factor = M[other][j] / M[step][j]
                M[other] = [a - factor * b for a, b in zip(M[other], M[step])]
    w = [0.0] * size
    for row, column in chosen:
        w[column] = M[row][size] / M[row][column]
    return w


def _centred(X, y):
    X, y = _rows(X), [float(value) for value in y]
    n, D = len(X), len(X[0])
    x_mean = [math.fsum(row[j] for row in X) / n for j in range(D)]
    y_mean = math.fsum(y) / n
    Xc = [[row[j] - x_mean[j] for j in range(D)] for row in X]
    return Xc, [value - y_mean for value in y], x_mean, y_mean


def _intercept(w, x_mean, y_mean):
    return y_mean - sum(a * b for a, b in zip(w, x_mean))


def predict(X, w, b):
    return np.array([float(b) + sum(float(a) * float(c) for a, c in zip(row, w)) for row in X])


def fit_linear(X, y):
    return fit_ridge(X, y, 0.0)


def polynomial_features(x, degree):
    result = []
    for value in x:
        row = [1.0]
        for _ in range(degree):
            row.append(row[-1] * float(value))
        result.append(row)
    return np.array(result)


def fit_ridge(X, y, alpha):
    Xc, yc, x_mean, y_mean = _centred(X, y)
    D = len(x_mean)
    A = [[sum(row[i] * row[j] for row in Xc) for j in range(D)] for i in range(D)]
    for j in range(D):
        A[j][j] += alpha
    w = _solve(A, [sum(row[j] * t for row, t in zip(Xc, yc)) for j in range(D)])
    return np.array(w), _intercept(w, x_mean, y_mean)


def fit_lasso(X, y, alpha, iterations):
    return fit_elastic_net(X, y, alpha, 1, iterations)


def fit_elastic_net(X, y, alpha, l1_ratio, iterations):
    Xc, yc, x_mean, y_mean = _centred(X, y)
    n, D = len(Xc), len(x_mean)
    w = [0.0] * D
    residual = list(yc)
    for _ in range(iterations):
        before = list(w)
        for j in range(D):
            size = sum(row[j] ** 2 for row in Xc) / n
            if size == 0:
                continue
            z = sum(row[j] * r for row, r in zip(Xc, residual)) / n + size * w[j]
            if z > alpha * l1_ratio:
                new = z - alpha * l1_ratio
            elif z < -alpha * l1_ratio:
                new = z + alpha * l1_ratio
            else:
                new = 0.0
            new /= size + alpha * (1 - l1_ratio)
            residual = [r - (new - w[j]) * row[j] for row, r in zip(Xc, residual)]
            w[j] = new
        if w == before:
            break  # nothing changes any more
    return np.array(w), _intercept(w, x_mean, y_mean)


def load_table(path, target, missing="drop"):
    with open(path, newline="") as file:
        table = list(csv.DictReader(file))
    names = [name for name in table[0] if name != target]
    for row in table:
        for name, cell in row.items():
            row[name] = None if cell in ("", "NA", "NaN") else float(cell)
    table = [row for row in table if row[target] is not None]
    if missing == "drop":
        table = [row for row in table if None not in row.values()]
    else:
        for name in names:
            known = [row[name] for row in table if row[name] is not None]
            for row in table:
                if row[name] is None:
                    row[name] = sum(known) / len(known)
    X = np.array([[row[name] for name in names] for row in table])
    return X, np.array([row[target] for row in table]), names
