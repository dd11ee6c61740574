"""Plain Python: loops, dicts and lists; rows are sorted as pairs, and a tree is a nested dict."""

import math
import random
from collections import Counter

import numpy as np


def gini(labels):
    n = 0
    counts = {}
    for label in labels:
        counts[int(label)] = counts.get(int(label), 0) + 1
        n += 1
    impurity = 1.0
    for count in counts.values():  # in the order of first appearance
        impurity -= (count / n) * (count / n)
    return impurity


def best_split(x, y):
    pairs = sorted(zip(x.tolist(), y.tolist(), strict=True))
    n = len(pairs)
    best = None
    for i in range(1, n):
        if pairs[i - 1][0] == pairs[i][0]:
            continue
        left = [label for _value, label in pairs[:i]]
        right = [label for _value, label in pairs[i:]]
        share = i / n
        impurity = share * gini(left) + (1 - share) * gini(right)
        if best is None or impurity < best[1]:
            best = (0.5 * (pairs[i - 1][0] + pairs[i][0]), impurity)
    return best if best is not None else (None, gini(y))


def winner(labels):
    counts = Counter(int(label) for label in labels)
    return min(counts, key=lambda label: (-counts[label], label))


class DecisionTree:
    def __init__(self, max_depth):
        self.max_depth = max_depth
        self.tree = None

    def fit(self, X, y):
        rows = [(list(map(float, row)), int(label)) for row, label in zip(X, y, strict=True)]
        self.tree = self.build(rows, 0)
        return self

    def build(self, rows, depth):
        labels = [label for _row, label in rows]
        node = {"label": winner(labels)}
        if depth >= self.max_depth or len(set(labels)) == 1:
            return node
        best = None
        for column in range(len(rows[0][0])):
            values = np.array([row[column] for row, _label in rows])
            threshold, impurity = best_split(values, np.array(labels))
            if threshold is None:
                continue
            if best is None or impurity < best[0]:
                best = (impurity, column, threshold)
        if best is None:
            return node
        _impurity, column, threshold = best
        low, high = [], []
        for row, label in rows:
            (low if row[column] <= threshold else high).append((row, label))
        node.update(column=column, threshold=threshold)
        node["low"], node["high"] = self.build(low, depth + 1), self.build(high, depth + 1)
        return node

    def predict(self, X):
        answers = []
        for row in X:
            node = self.tree
            while "column" in node:
                node = node["low"] if row[node["column"]] <= node["threshold"] else node["high"]
            answers.append(node["label"])
        return np.array(answers)


def bootstrap(n, rng):
    dice = random.Random(int(rng.integers(2**60)))
    return np.array([dice.randrange(n) for _ in range(n)])


def majority_vote(votes):
    return np.array([winner(votes[:, j]) for j in range(votes.shape[1])])


def boost_weights(weights, wrong):
    error = sum(float(w) for w, bad in zip(weights, wrong, strict=True) if bad)
    alpha = math.log((1.0 - error) / error) / 2
    new = [
        float(w) * (math.exp(alpha) if bad else math.exp(-alpha))
        for w, bad in zip(weights, wrong, strict=True)
    ]
    total = sum(new)
    return alpha, np.array([w / total for w in new])


def out_of_fold(fit, predict, X, y, k):
    n = len(X)
    predictions, start = [], 0
    for i in range(k):
        stop = start + n // k + (1 if i < n % k else 0)
        train = [j for j in range(n) if not start <= j < stop]
        model = fit(X[train], y[train])
        rows = [X[j : j + 1] for j in range(start, stop)]  # one row at a time
        predictions += [float(predict(model, row)[0]) for row in rows]
        start = stop
    return np.array(predictions)
