"""Exercise 13, solved: trees, and how many models decide together."""

import numpy as np


def gini(labels):
    """Return 1 minus the sum of the squared shares of the classes."""
    shares = np.unique(labels, return_counts=True)[1] / len(labels)
    return 1.0 - np.sum(shares**2)


def impurity_of_split(left, right):
    """Return the impurities of both sides, each weighted by its share of the rows."""
    n = len(left) + len(right)
    return len(left) / n * gini(left) + len(right) / n * gini(right)


def best_split(x, y):
    """Try every midpoint between neighbouring values and return the best one."""
    values = np.unique(x)  # sorted, each value once
    if len(values) == 1:
        return None, gini(y)
    thresholds = (values[:-1] + values[1:]) / 2
    impurities = [impurity_of_split(y[x <= t], y[x > t]) for t in thresholds]
    best = np.argmin(impurities)  # the first of equals
    return thresholds[best], impurities[best]


def most_common(labels):
    """Return the most common label, the lowest one on a tie."""
    values, counts = np.unique(labels, return_counts=True)
    return values[np.argmax(counts)]


def best_question(X, y):
    """Return the column and the threshold of the best split of all columns."""
    column, threshold, lowest = None, None, np.inf
    for j in range(X.shape[1]):
        candidate, impurity = best_split(X[:, j], y)
        if candidate is not None and impurity < lowest:
            column, threshold, lowest = j, candidate, impurity
    return column, threshold


def grow(X, y, depth):
    """Return a node: a label, or (column, threshold, left node, right node)."""
    if depth == 0 or gini(y) == 0:
        return most_common(y)
    column, threshold = best_question(X, y)
    if column is None:
        return most_common(y)
    left = X[:, column] <= threshold
    return (
        column,
        threshold,
        grow(X[left], y[left], depth - 1),
        grow(X[~left], y[~left], depth - 1),
    )


def follow(node, row):
    """Send a row down the tree and return the label it arrives at."""
    while isinstance(node, tuple):
        column, threshold, left, right = node
        node = left if row[column] <= threshold else right
    return node


class DecisionTree:
    """A tree of questions about one column at a time."""

    def __init__(self, max_depth):
        self.max_depth = max_depth

    def fit(self, X, y):
        """Grow the tree."""
        self.root = grow(X, y, self.max_depth)

    def predict(self, X):
        """Return a label for each row."""
        return np.array([follow(self.root, row) for row in X])


def bootstrap(n, rng):
    """Draw n row numbers, with replacement."""
    return rng.integers(0, n, size=n)


def majority_vote(votes):
    """Return the most common label of each column."""
    return np.array([most_common(column) for column in votes.T])


def boost_weights(weights, wrong):
    """Return the model's say, and weights that rise where it was wrong."""
    error = np.sum(weights[wrong])
    alpha = 0.5 * np.log((1 - error) / error)
    new = weights * np.exp(np.where(wrong, alpha, -alpha))
    return alpha, new / np.sum(new)


def out_of_fold(fit, predict, X, y, k):
    """Predict each fold by a model that was fitted to the others."""
    rows = np.arange(len(X))
    predictions = np.zeros(len(X))
    for test in np.array_split(rows, k):
        train = np.setdiff1d(rows, test)
        model = fit(X[train], y[train])
        predictions[test] = predict(model, X[test])
    return predictions
