"""Plain Python: lists, loops and the math module; numpy only where an array is asked."""

import math

import numpy as np

PRINTED_TABLE = """
12.706  4.303  3.182  2.776  2.571  2.447  2.365  2.306  2.262  2.228
 2.201  2.179  2.160  2.145  2.131  2.120  2.110  2.101  2.093  2.086
 2.080  2.074  2.069  2.064  2.060  2.056  2.052  2.048  2.045  2.042
"""
QUANTILES = [float(number) for number in PRINTED_TABLE.split()]


def kfold_indices(n, k, rng=None):
    if k not in range(2, n + 1):
        raise ValueError("no such folds")
    rows = list(range(n))
    if rng is not None:
        rng.shuffle(rows)
    sizes = [0] * k
    for row in range(n):
        sizes[row % k] += 1
    folds = []
    for i in range(k):
        test = rows[sum(sizes[:i]) : sum(sizes[: i + 1])]
        train = [row for row in range(n) if row not in test]
        folds.append([np.array(train), np.array(test)])
    return folds


def cross_validate(fit, predict, X, y, k, rng=None):
    scores = np.zeros(k)
    for i, (train, test) in enumerate(kfold_indices(X.shape[0], k, rng)):
        model = fit(np.array([X[row] for row in train]), np.array([y[row] for row in train]))
        answers = predict(model, np.array([X[row] for row in test]))
        right = 0
        for row, answer in zip(test, answers, strict=True):
            if answer == y[row]:
                right += 1
        scores[i] = right / len(test)
    return scores


def summary(scores):
    k = len(scores)
    mean = sum(float(score) for score in scores) / k
    std = math.sqrt(sum((float(score) - mean) ** 2 for score in scores) / (k - 1))
    margin = QUANTILES[k - 2] * std / math.sqrt(k)
    return [mean, std, mean - margin, mean + margin]


def train_validation_test(n, validation, test, rng):
    rows = list(range(n))
    rng.shuffle(rows)
    parts = [], [], []
    for place, row in enumerate(rows):
        if place < validation:
            parts[1].append(row)
        elif place < validation + test:
            parts[2].append(row)
        else:
            parts[0].append(row)
    return tuple(np.array(part, dtype=np.int32) for part in parts)


def standardise(train, test):
    new_train, new_test = np.zeros(train.shape), np.zeros(test.shape)
    for j in range(train.shape[1]):
        column = [float(x) for x in train[:, j]]
        mean = sum(column) / len(column)
        std = math.sqrt(sum((x - mean) ** 2 for x in column) / len(column))
        if std == 0:
            std = 1
        for old, new in ((train, new_train), (test, new_test)):
            for i in range(len(old)):
                new[i, j] = (old[i, j] - mean) / std
    return new_train, new_test
