"""Exercise 6: k-fold cross validation."""

import numpy as np

# Student's t at 0.975 for 1 to 30 degrees of freedom: T_975[4] belongs to five scores.
# fmt: off
T_975 = {
    1: 12.7062047362, 2: 4.3026527297, 3: 3.1824463053, 4: 2.7764451052, 5: 2.5705818356,
    6: 2.4469118511, 7: 2.3646242516, 8: 2.3060041352, 9: 2.2621571628, 10: 2.2281388520,
    11: 2.2009851601, 12: 2.1788128297, 13: 2.1603686565, 14: 2.1447866879, 15: 2.1314495456,
    16: 2.1199052992, 17: 2.1098155778, 18: 2.1009220402, 19: 2.0930240544, 20: 2.0859634473,
    21: 2.0796138447, 22: 2.0738730679, 23: 2.0686576104, 24: 2.0638985616, 25: 2.0595385528,
    26: 2.0555294386, 27: 2.0518305165, 28: 2.0484071418, 29: 2.0452296421, 30: 2.0422724563,
}
# fmt: on


def kfold_indices(n, k, rng=None):
    """Divide n rows into k folds, larger ones first, each of them the test rows once."""
    if k < 2 or k > n:
        raise ValueError(f"k must be between 2 and {n}, not {k}")
    rows = np.arange(n) if rng is None else rng.permutation(n)
    folds = []
    start = 0
    for i in range(k):
        size = n // k + (1 if i < n % k else 0)
        stop = start + size
        test = rows[start:stop]
        train = np.concatenate([rows[:start], rows[stop:]])
        folds.append((train, test))
        start = stop
    return folds


def cross_validate(fit, predict, X, y, k, rng=None):
    """Return the accuracy on each fold of a model that was trained on the other folds."""
    scores = []
    for train, test in kfold_indices(len(X), k, rng):
        model = fit(X[train], y[train])
        scores.append(np.mean(predict(model, X[test]) == y[test]))
    return np.array(scores)


def summary(scores):
    """Return mean, sample standard deviation and the 95 % interval of the mean."""
    k = len(scores)
    mean = np.mean(scores)
    std = np.std(scores, ddof=1)
    margin = T_975[k - 1] * std / np.sqrt(k)
    return mean, std, mean - margin, mean + margin


def train_validation_test(n, validation, test, rng):
    """Divide n rows at random into three parts."""
    rows = rng.permutation(n)
    held_out = validation + test
    return rows[held_out:], rows[:validation], rows[validation:held_out]


def standardise(train, test):
    """Standardise both tables by the mean and the standard deviation of the training rows."""
    mean = train.mean(axis=0)
    std = train.std(axis=0)
    std[std == 0] = 1.0
    return (train - mean) / std, (test - mean) / std
