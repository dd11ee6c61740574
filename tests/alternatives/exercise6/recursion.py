"""Recursion and closures: the first fold is cut off, the rest is divided into k - 1."""

from functools import reduce

import numpy as np

T_975 = None


def student_t(degrees):
    """Find t by Newton's method on the integrated density."""
    x = np.linspace(0.0, 1.0, 2001)
    weights = np.ones(2001)
    weights[1:-1:2], weights[2:-1:2] = 4, 2  # Simpson's rule

    def density(t):
        return (1 + t * t / degrees) ** (-(degrees + 1) / 2)

    # With t = √ν tan θ the density is cos^(ν-1) θ, so the whole integral is over (0, π/2).
    def integral(theta):
        return theta * np.sum(weights * np.cos(theta * x) ** (degrees - 1)) / 6000

    whole = integral(np.pi / 2)
    low, high = 0.0, np.pi / 2
    for _ in range(50):
        middle = (low + high) / 2
        low, high = (middle, high) if integral(middle) < 0.95 * whole else (low, middle)
    return np.sqrt(degrees) * np.tan(low)


def blocks(rows, k):
    """Divide rows into k blocks, the larger ones first."""
    if k == 0:
        return []
    size = (len(rows) + k - 1) // k
    return [rows[:size], *blocks(rows[size:], k - 1)]


def kfold_indices(n, k, rng=None):
    if k <= 1:
        raise ValueError("at least two folds")
    if k > n:
        raise ValueError("at most one fold for each row")
    rows = np.arange(n, dtype=np.int64)
    if rng:
        rows = rng.permuted(rows)
    return tuple((np.setdiff1d(rows, test)[::-1], test) for test in blocks(rows, k))


def cross_validate(fit, predict, X, y, k, rng=None):
    def scores(folds):
        if not folds:
            return []
        (train, test), *rest = folds
        later = scores(rest)  # the last fold is the first to be scored
        model = fit(X[train, :], y[train])
        return [np.equal(predict(model, X[test, :]), y[test]).mean(), *later]

    return np.asarray(scores(list(kfold_indices(X.shape[0], k, rng))))


def summary(scores):
    k = scores.size
    mean = reduce(np.add, scores) / k
    square = reduce(lambda total, score: total + (score - mean) ** 2, scores, 0.0)
    std = (square / (k - 1)) ** 0.5
    margin = student_t(k - 1) * std / k**0.5
    return mean, std, mean - margin, mean + margin


def train_validation_test(n, validation, test, rng):
    rows = rng.choice(n, size=n, replace=False)
    return np.split(rows, [n - validation - test, n - test])


def standardise(train, test):
    def column(j):
        mean, std = np.mean(train[:, j]), np.std(train[:, j])
        return lambda table: (table[:, j] - mean) / (std if std > 0 else 1.0)

    columns = [column(j) for j in range(train.shape[1])]
    return tuple(np.stack([scale(table) for scale in columns], axis=1) for table in (train, test))
