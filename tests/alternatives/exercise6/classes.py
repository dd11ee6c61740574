"""Classes: a splitter that is iterated, a scaler that remembers, running sums for the moments."""

import numpy as np

TIMES_1000 = [
    *(12706, 4303, 3182, 2776, 2571, 2447, 2365, 2306, 2262, 2228, 2201, 2179, 2160, 2145, 2131),
    *(2120, 2110, 2101, 2093, 2086, 2080, 2074, 2069, 2064, 2060, 2056, 2052, 2048, 2045, 2042),
]


class Splitter:
    """Divides rows into folds."""

    def __init__(self, n, k, rng=None):
        if k < 2 or n < k:
            raise ValueError(f"cannot make {k} folds of {n} rows")
        self.rows = np.arange(n)
        self.k = k
        if rng is not None:
            rng.shuffle(self.rows)

    def __iter__(self):
        """Yield train and test of each fold."""
        for test in np.array_split(self.rows, self.k):
            yield np.delete(np.sort(self.rows), test), np.sort(test)


class Scaler:
    """Remembers the mean and the deviation of a table."""

    def __init__(self, table):
        self.mean = np.zeros(table.shape[1])
        self.squares = np.zeros(table.shape[1])
        for count, row in enumerate(table, start=1):  # Welford's running mean and squares
            step = row - self.mean
            self.mean += step / count
            self.squares += step * (row - self.mean)
        self.std = np.sqrt(self.squares / len(table))
        self.std[self.squares == 0.0] = 1.0

    def __call__(self, table):
        """Standardise a table."""
        return np.array([(row - self.mean) / self.std for row in table])


def kfold_indices(n, k, rng=None):
    return list(Splitter(n, k, rng))


def cross_validate(fit, predict, X, y, k, rng=None):
    # Shuffled once, X and y with the same row numbers; then plain folds.
    rows = np.arange(len(X))
    if rng is not None:
        rng.shuffle(rows)
    X, y = X[rows], y[rows]
    accuracy = np.full(k, np.nan)
    for i, (train, test) in enumerate(Splitter(len(X), k)):
        model = fit(X[train], y[train])
        accuracy[i] = np.average(predict(model, X[test]) == y[test])
    return accuracy


def summary(scores):
    column = np.asarray(scores, dtype=float)[:, np.newaxis]
    scaler = Scaler(column)
    (mean,), (squares,) = scaler.mean, scaler.squares
    degrees = len(column) - 1
    half = TIMES_1000[degrees - 1] / 1000 * np.sqrt(squares / degrees / len(column))
    return mean, np.sqrt(squares / degrees), *(mean + half * np.array([-1, 1]))


def train_validation_test(n, validation, test, rng):
    rows = rng.permutation(n)
    end = len(rows) - test
    start = end - validation
    return rows[:start], rows[start:end], rows[end:]


def standardise(train, test):
    scaler = Scaler(train)
    return scaler(train), scaler(test)
