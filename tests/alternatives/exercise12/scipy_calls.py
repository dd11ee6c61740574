"""SciPy's least squares, with more rows for the penalty; whole residuals in the lasso."""

import numpy as np
import pandas as pd
from scipy import linalg


def predict(X, w, b):
    return np.einsum("ij,j->i", X, w) + b


def _centre(X, y):
    return np.average(X, axis=0), np.average(y)


def fit_linear(X, y):
    mx, my = _centre(X, y)
    w, *_ = linalg.lstsq(X - mx, y - my)
    return w, my - mx.dot(w)


def polynomial_features(x, degree):
    return np.power.outer(np.asarray(x, float), np.arange(degree + 1))


def fit_ridge(X, y, alpha):
    mx, my = _centre(X, y)
    D = X.shape[1]
    rows = np.r_[X - mx, np.sqrt(alpha) * np.identity(D)]
    w = linalg.lstsq(rows, np.r_[y - my, np.zeros(D)], lapack_driver="gelsy")[0]
    return w, my - mx.dot(w)


def fit_lasso(X, y, alpha, iterations):
    return _descend(X, y, alpha, 0, iterations)


def fit_elastic_net(X, y, alpha, l1_ratio, iterations):
    return _descend(X, y, alpha * l1_ratio, alpha * (1 - l1_ratio), iterations)


def _descend(X, y, l1, l2, iterations):
    mx, my = _centre(X, y)
    A, c = X - mx, y - my
    w = np.zeros(A.shape[1])
    for _ in range(iterations):
        start = w.copy()
        for j, column in enumerate(A.T):
            w[j] = 0.0
            z = column @ (c - A @ w) / len(c)
            size = np.mean(column**2) + l2
            w[j] = (z - np.clip(z, -l1, l1)) / size if np.ptp(column) > 0 else 0.0
        if np.max(np.abs(w - start)) < 1e-15:
            break
    return w, my - mx @ w


def load_table(path, target, missing="drop"):
    frame = pd.read_csv(path)
    frame = frame[frame[target].notnull()]
    if missing == "drop":
        frame = frame[~frame.isnull().any(axis=1)]
    elif missing == "mean":
        for column in frame.columns:
            frame = frame.assign(**{column: frame[column].fillna(frame[column].mean())})
    y = frame.pop(target)
    return frame.values.astype(float), y.values.astype(float), frame.columns.tolist()
