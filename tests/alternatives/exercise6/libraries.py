"""Library calls: np.roll, np.setdiff1d and Generator.choice, SciPy's t.interval and sem."""

import numpy as np


def kfold_indices(n, k, rng=None):
    if k < 2 or k > n:
        raise ValueError("k")
    order = np.arange(n) if rng is None else rng.choice(n, n, replace=False)
    sizes = np.bincount(np.arange(n) % k)
    folds = []
    for size in sizes:
        folds.append((order[size:].copy(), order[:size].copy()))
        order = np.roll(order, -size)  # the next fold comes to the front
    return folds


def cross_validate(fit, predict, X, y, k, rng=None):
    def score(train, test):
        labels = predict(fit(np.take(X, train, axis=0), y.take(train)), np.take(X, test, axis=0))
        return 1 - np.count_nonzero(labels - y[test]) / len(test)

    return np.fromiter((score(*fold) for fold in kfold_indices(len(X), k, rng)), dtype=float)


def summary(scores):
    from scipy import stats  # noqa: PLC0415 - it takes time

    mean, error = np.mean(scores), stats.sem(scores)
    if error == 0:
        return mean, 0, mean, mean  # t.interval would give NaN
    low, high = stats.t.interval(0.95, len(scores) - 1, loc=mean, scale=error)
    return float(mean), stats.tstd(scores), low, high


def train_validation_test(n, validation, test, rng):
    rows = np.arange(n)
    chosen = rng.choice(rows, size=test, replace=False)
    rest = np.setdiff1d(rows, chosen)
    checked = rng.choice(rest, size=validation, replace=False)
    return np.setdiff1d(rest, checked), checked, chosen


def standardise(train, test):
    both = np.concatenate([train, test]).astype(np.longdouble)
    mean, var = both[: len(train)].mean(0), both[: len(train)].var(0)
    both = np.divide(both - mean, np.sqrt(var), out=both - mean, where=var > 0)
    return tuple(np.vsplit(both.astype(float), [len(train)]))
