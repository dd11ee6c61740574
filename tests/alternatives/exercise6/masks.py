"""Masks and fold numbers: every row knows its fold; nothing is sliced."""

import statistics

import numpy as np

T = dict(
    zip(
        range(1, 31),
        np.array(
            [
                *(12.706205, 4.302653, 3.182446, 2.776445, 2.570582, 2.446912, 2.364624, 2.306004),
                *(2.262157, 2.228139, 2.200985, 2.178813, 2.160369, 2.144787, 2.131450, 2.119905),
                *(2.109816, 2.100922, 2.093024, 2.085963, 2.079614, 2.073873, 2.068658, 2.063899),
                *(2.059539, 2.055529, 2.051831, 2.048407, 2.045230, 2.042272),
            ]
        ),
        strict=True,
    )
)


def fold_numbers(n, k, rng):
    """The fold of each row."""
    if not (k >= 2 and n >= k):
        raise ValueError(k)
    numbers = np.sort(np.arange(n) % k)
    return numbers if rng is None else rng.permutation(numbers)


def kfold_indices(n, k, rng=None):
    numbers = fold_numbers(n, k, rng)
    return [(np.flatnonzero(numbers != i), np.flatnonzero(numbers == i)) for i in range(k)]


def cross_validate(fit, predict, X, y, k, rng=None):
    numbers = fold_numbers(len(y), k, rng)
    models = [fit(X[numbers != i], y[numbers != i]) for i in range(k)]
    right = [predict(model, X[numbers == i]) == y[numbers == i] for i, model in enumerate(models)]
    return np.array([fold.sum() / fold.size for fold in right])


def summary(scores):
    values = [float(score) for score in scores]
    mean, std = statistics.fmean(values), statistics.stdev(values)
    margin = T[len(values) - 1] * std * len(values) ** -0.5
    return mean, std, mean - margin, mean + margin


def train_validation_test(n, validation, test, rng):
    part = np.zeros(n, dtype=int)
    part[:validation] = 1
    part[validation : validation + test] = 2
    rng.shuffle(part)
    return tuple(np.where(part == i)[0] for i in range(3))


def standardise(train, test):
    mean = np.average(train, axis=0)
    centred = train - mean
    std = np.sqrt(np.einsum("ij,ij->j", centred, centred) / train.shape[0])
    constant = np.all(train == train[0], axis=0)
    scale = 1 / np.where(constant, 1, std)
    return centred * scale, (test - mean) * scale
