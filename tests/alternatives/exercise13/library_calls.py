"""Calls of SciPy and numpy wherever there is one; only wrong rows are raised before normalising."""

import numpy as np


def gini(labels):
    _values, inverse = np.unique(labels, return_inverse=True)
    counts = np.bincount(inverse)
    return 1 - np.dot(counts, counts) / counts.sum() ** 2


def best_split(x, y):
    values = np.unique(np.asarray(x, dtype=np.float64))
    thresholds = np.convolve(values, [0.5, 0.5], mode="valid")
    if np.ptp(x) == 0:
        return None, gini(y)
    scores = [
        np.average(
            [gini(y[x <= t]), gini(y[x > t])],
            weights=[np.count_nonzero(x <= t), np.count_nonzero(x > t)],
        )
        for t in thresholds
    ]
    return min(zip(thresholds, scores, strict=True), key=lambda pair: pair[1])


class DecisionTree:
    """Remembers the training rows only; each row to predict walks down the splits it meets."""

    def __init__(self, max_depth):
        self.max_depth = max_depth

    def fit(self, X, y):
        self.X, self.y = X.copy(), y.copy()

    def predict(self, X):
        return np.array([self._walk(row) for row in X])

    def _walk(self, row):
        X, y = self.X, self.y
        for _question in range(self.max_depth):
            usable = [j for j in range(X.shape[1]) if np.ptp(X[:, j]) > 0]
            if not usable or np.ptp(y) == 0:
                break
            splits = {j: best_split(X[:, j], y) for j in usable}
            j = min(usable, key=lambda j: splits[j][1])
            threshold = splits[j][0]
            keep = (X[:, j] <= threshold) == (row[j] <= threshold)
            X, y = X[keep], y[keep]
        return y.min() + np.bincount(y - y.min()).argmax()


def bootstrap(n, rng):
    return rng.choice(np.arange(n), size=n, replace=True)


def majority_vote(votes):
    return np.apply_along_axis(lambda v: v.min() + np.bincount(v - v.min()).argmax(), 0, votes)


def boost_weights(weights, wrong):
    from scipy import special  # noqa: PLC0415 - only this needs it

    error = weights[wrong].sum() / weights.sum()
    alpha = -special.logit(error) / 2
    new = np.where(wrong, weights * np.exp(2 * alpha), weights)
    return alpha, new / np.linalg.norm(new, 1)


def out_of_fold(fit, predict, X, y, k):
    result = np.zeros(X.shape[0])
    for fold in np.array_split(np.arange(X.shape[0]), k):
        model = fit(np.delete(X, fold, axis=0), np.delete(y, fold))
        result[fold] = predict(model, X)[fold]  # asked for all rows, used for these
    return result
