"""Equal by algebra: pairs that differ, sums of squares to maximise, a stack, softmax of weights."""

from itertools import pairwise

import numpy as np


def gini(labels):
    labels = np.asarray(labels)
    return np.mean(labels[:, None] != labels[None, :])


def purity(labels):
    """n times the sum of the squared shares."""
    return sum(np.count_nonzero(labels == label) ** 2 for label in np.unique(labels)) / len(labels)


def best_split(x, y):
    lower = np.sort(np.unique(x))
    best = None
    for i in reversed(range(len(lower) - 1)):  # from above, so that a tie goes to the lower
        value = (purity(y[x <= lower[i]]) + purity(y[x > lower[i]])) / len(y)
        if best is None or value >= best[0]:
            best = (value, np.mean(lower[i : i + 2]))
    if best is None:
        return None, float(gini(y))
    return float(best[1]), 1.0 - best[0]


class DecisionTree:
    def __init__(self, max_depth):
        self._depth = max_depth

    def fit(self, X, y):
        """Keep the leaves as boxes: bounds (low, high] of each column, and a label."""
        columns = X.shape[1]
        everywhere = np.array([[-np.inf, np.inf]] * columns)
        self.boxes = []
        stack = [(np.ones(len(y), dtype=bool), everywhere, self._depth)]
        while stack:
            rows, bounds, depth = stack.pop()
            splits = [best_split(X[rows, j], y[rows]) for j in range(columns)]
            found = [j for j in range(columns) if splits[j][0] is not None]
            if depth < 1 or not found or np.all(y[rows] == y[rows][0]):
                values, counts = np.unique(y[rows], return_counts=True)
                self.boxes.append((bounds, values[counts == counts.max()][0]))
                continue
            column = min(found, key=lambda j: (splits[j][1], j))
            threshold = splits[column][0]
            low, high = bounds.copy(), bounds.copy()
            low[column, 1] = high[column, 0] = threshold
            below = X[:, column] <= threshold
            stack += [(rows & below, low, depth - 1), (rows & ~below, high, depth - 1)]

    def predict(self, X):
        labels = np.zeros(X.shape[0], dtype=int)
        for bounds, label in self.boxes:
            inside = np.all((bounds[:, 0] < X) & (bounds[:, 1] >= X), axis=1)
            labels[inside] = label
        return labels


def bootstrap(n, rng):
    return np.sort([rng.integers(n) for _ in range(n)])


def majority_vote(votes):
    ordered = np.sort(votes, axis=0)
    best, longest = ordered[0].copy(), np.zeros(votes.shape[1], dtype=int)
    run = np.zeros(votes.shape[1], dtype=int)
    for i, row in enumerate(ordered):
        run = np.where(row == ordered[i - 1], run + 1, 1) if i else run + 1
        better = run > longest
        best, longest = np.where(better, row, best), np.maximum(run, longest)
    return best


def boost_weights(weights, wrong):
    right = np.logical_not(wrong)
    alpha = np.log(np.sqrt(np.sum(weights[right]) / np.sum(weights[wrong])))
    signs = 2 * wrong - 1
    scores = np.log(weights) + signs * alpha
    scores = np.exp(scores - scores.max())
    return float(alpha), scores / scores.sum()


def out_of_fold(fit, predict, X, y, k):
    n = len(y)
    edges = [i * (n // k) + min(i, n % k) for i in range(k + 1)]
    predictions = []
    for start, stop in pairwise(edges):
        model = fit(np.vstack([X[:start], X[stop:]]), np.hstack([y[:start], y[stop:]]))
        predictions.extend(predict(model, X[start:stop]))
    return np.array(predictions)
