"""Node classes that answer by recursion; a split is judged by what it gains."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np


def shares(labels):
    return [np.mean(labels == label) for label in set(labels.tolist())]


def gini(labels):
    return 1 - sum(p**2 for p in shares(np.asarray(labels)))


def gain(x, y, threshold):
    goes_left = x <= threshold
    weight = goes_left.mean()
    return gini(y) - weight * gini(y[goes_left]) - (1 - weight) * gini(y[~goes_left])


def best_split(x, y):
    ordered = np.sort(x)
    best_gain, best_threshold = -1.0, None
    for a, b in pairwise(ordered):
        if a < b:
            threshold = float(a) / 2 + float(b) / 2
            this = gain(x, y, threshold)
            if this > best_gain + 1e-13:
                best_gain, best_threshold = this, threshold
    if best_threshold is None:
        return (None, gini(y))
    return (best_threshold, gini(y) - best_gain)


@dataclass
class Leaf:
    label: int

    def answer(self, _row):
        return self.label


@dataclass
class Node:
    column: int
    threshold: float
    left: Any
    right: Any

    def answer(self, row):
        if row[self.column] <= self.threshold:
            return self.left.answer(row)
        return self.right.answer(row)


class DecisionTree:
    def __init__(self, max_depth):
        self.max_depth = max_depth

    def fit(self, X, y):
        self.root = self._build(np.array(X, dtype=float), np.array(y), self.max_depth)
        return self

    def _build(self, X, y, depth):
        candidates = []
        for column, x in enumerate(X.T):
            threshold, impurity = best_split(x, y)
            if threshold is not None:
                candidates.append((round(impurity, 12), column, threshold))
        if depth <= 0 or gini(y) < 1e-12 or not candidates:
            labels = y.tolist()
            return Leaf(max(sorted(set(labels)), key=labels.count))
        _impurity, column, threshold = min(candidates)
        goes_left = X[:, column] <= threshold
        return Node(
            column,
            threshold,
            self._build(X[goes_left], y[goes_left], depth - 1),
            self._build(X[~goes_left], y[~goes_left], depth - 1),
        )

    def predict(self, X):
        return np.apply_along_axis(self.root.answer, 1, X)


def bootstrap(n, rng):
    return np.floor(rng.random(n) * n).astype(int)


def majority_vote(votes):
    result = np.empty(votes.shape[1], dtype=votes.dtype)
    for j, column in enumerate(votes.T):
        labels = sorted(column.tolist())
        result[j] = max(labels, key=labels.count)
    return result


def boost_weights(weights, wrong):
    error = np.average(wrong, weights=weights)
    alpha = 0.5 * (np.log1p(-error) - np.log(error))
    new = weights.copy()
    new[wrong] *= np.exp(alpha)
    new[~wrong] *= np.exp(-alpha)
    new /= new.sum()
    return [alpha, new]


def out_of_fold(fit, predict, X, y, k):
    folds = np.array_split(np.arange(len(y)), k)
    out = np.full(len(y), np.nan)
    for i in reversed(range(k)):
        rest = np.concatenate([fold for j, fold in enumerate(folds) if j != i])[::-1]
        out[folds[i]] = predict(fit(X[rest], y[rest]), X[folds[i]])
    return out
