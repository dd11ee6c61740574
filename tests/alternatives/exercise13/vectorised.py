"""Hardly a loop: all splits at once by cumulative sums, and the closed form of boosting."""

import numpy as np


def one_hot(y):
    return (np.asarray(y)[:, None] == np.unique(y)).astype(float)


def gini(labels):
    p = one_hot(labels).mean(axis=0)
    return float((p * (1 - p)).sum())


def best_split(x, y):
    order = np.argsort(x, kind="stable")
    x = x[order].astype(float)
    left = np.cumsum(one_hot(y[order]), axis=0)
    gaps = np.flatnonzero(np.diff(x) > 0)
    if gaps.size == 0:
        return None, gini(y)
    right = (left[-1] - left)[gaps]
    left = left[gaps]
    n_left, n_right = left.sum(axis=1), right.sum(axis=1)
    impurity = (
        n_left * (1 - ((left / n_left[:, None]) ** 2).sum(axis=1))
        + n_right * (1 - ((right / n_right[:, None]) ** 2).sum(axis=1))
    ) / len(x)
    best = gaps[impurity.argmin()]
    return x[best] + (x[best + 1] - x[best]) / 2, impurity.min()


class DecisionTree:
    """Breadth first: each level sends all rows on by arrays of columns and thresholds."""

    def __init__(self, max_depth):
        self.max_depth = max_depth

    def fit(self, X, y):
        self.column, self.threshold, self.child, self.label = [], [], [], []
        level = [np.arange(len(y))]
        self._add(y)
        first = 0
        for _depth in range(self.max_depth):
            following = []
            for node, rows in enumerate(level, start=first):
                if len(np.unique(y[rows])) == 1:
                    continue
                splits = [best_split(X[rows, j], y[rows]) for j in range(X.shape[1])]
                scores = np.array([np.inf if t is None else score for t, score in splits])
                if not np.isfinite(scores).any():
                    continue
                j = int(scores.argmin())
                self.column[node], self.threshold[node] = j, splits[j][0]
                self.child[node] = len(self.label)
                goes_left = X[rows, j] <= splits[j][0]
                for side in (rows[goes_left], rows[~goes_left]):
                    self._add(y[side])
                    following.append(side)
            first = len(self.label) - len(following)
            level = following

    def _add(self, y):
        values, inverse = np.unique(y, return_inverse=True)
        self.column.append(0)
        self.threshold.append(np.inf)
        self.child.append(-1)
        self.label.append(values[np.bincount(inverse).argmax()])

    def predict(self, X):
        column, threshold = np.array(self.column), np.array(self.threshold)
        child, node = np.array(self.child), np.zeros(len(X), dtype=int)
        for _depth in range(self.max_depth):
            inner = child[node] >= 0
            right = X[np.arange(len(X)), column[node]] > threshold[node]
            node = np.where(inner, child[node] + right, node)
        return np.array(self.label)[node]


def bootstrap(n, rng):
    return rng.choice(n, n)


def majority_vote(votes):
    labels = np.unique(votes)
    return labels[(votes == labels[:, None, None]).sum(axis=1).argmax(axis=0)]


def boost_weights(weights, wrong):
    error = weights @ wrong
    return np.arctanh(1 - 2 * error), weights / np.where(wrong, 2 * error, 2 * (1 - error))


def out_of_fold(fit, predict, X, y, k):
    sizes = np.full(k, len(X) // k)
    sizes[: len(X) % k] += 1
    fold = np.repeat(np.arange(k), sizes)
    models = [fit(X[fold != i], y[fold != i]) for i in range(k)]
    return np.concatenate([predict(models[i], X[fold == i]) for i in range(k)])
