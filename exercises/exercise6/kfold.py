"""Exercise 6: k-fold cross validation.

Replace each ``raise NotImplementedError`` with your code. README.md explains the tasks in the
same order. Four things hold for every function here:

* ``X``, ``train`` and ``test`` with rows of data have the shape (N, D): one example a row, one
  feature a column.
* Row indices count from 0 and come back as numpy arrays with one axis and an integer dtype, also
  where they are empty.
* Numbers and arrays come in, float64 comes out. Integers count as floats.
* What you are given is the same after the call as before. Only an ``rng`` moves on, as it must.
"""

import numpy as np  # noqa: F401 - for your code

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
    """Divide the rows 0, ..., n - 1 into k folds; each fold is the test rows once.

    The sizes of the folds differ by at most one, and the larger folds come first: 10 rows in 3
    folds make 4, 3, 3.

    Parameters
    ----------
    n : int
        The number of rows.
    k : int
        The number of folds, from 2 to `n`.
    rng : numpy.random.Generator, optional
        Without it, the folds are blocks of consecutive rows: the first fold tests the first rows,
        and so on. With it, shuffle the rows once with ``rng`` (say, ``rng.permutation(n)``), then
        divide the shuffled rows in the same way.

    Returns
    -------
    list of k pairs (train, test)
        Two arrays of row indices for each fold: `test` has the rows of the fold, `train` all the
        others. The order of the indices inside an array is up to you.

    Raises
    ------
    ValueError
        If `k` is less than 2 or greater than `n`.

    Examples
    --------
    >>> for train, test in kfold_indices(5, 2):
    ...     print(train, test)
    [3 4] [0 1 2]
    [0 1 2] [3 4]
    """
    raise NotImplementedError("Task 1: return a list of k pairs (train, test)")


def cross_validate(fit, predict, X, y, k, rng=None):
    """Return the accuracy on each fold of a model that was trained on the other folds.

    Parameters
    ----------
    fit : callable
        ``fit(X_train, y_train)`` trains a new model and returns it. Call it once for each fold,
        with all rows of the other folds and their labels, as arrays.
    predict : callable
        ``predict(model, X_test)`` returns the predicted labels, an array of shape (len(X_test),).
        Call it once for each fold, with all rows of that fold.
    X : ndarray, shape (N, D)
        One example a row.
    y : ndarray, shape (N,)
        The labels, as integers.
    k : int
        The number of folds, from 2 to N.
    rng : numpy.random.Generator, optional
        Shuffles the rows as in `kfold_indices`.

    Returns
    -------
    ndarray of float64, shape (k,)
        For each fold of `kfold_indices`, in the same order, the share of its rows whose predicted
        label is the right one.

    Examples
    --------
    A model that ignores its training rows and predicts 1 for all:

    >>> def fit(X_train, y_train):
    ...     return 1
    >>> def predict(model, X_test):
    ...     return np.full(len(X_test), model)
    >>> cross_validate(fit, predict, np.zeros((6, 1)), np.array([0, 0, 0, 1, 1, 1]), 3)
    array([0. , 0.5, 1. ])
    """
    raise NotImplementedError("Task 2: return the accuracy on each of the k folds")


def summary(scores):
    """Return mean and standard deviation of the scores, and the 95 % interval of the mean.

    Parameters
    ----------
    scores : ndarray, shape (k,)
        From 2 to 31 scores.

    Returns
    -------
    mean, std, low, high : float
        `std` is the sample standard deviation, which divides by k - 1. `low` and `high` are
        ``mean - margin`` and ``mean + margin`` with ``margin = t * std / sqrt(k)``, where t is
        Student's t for k - 1 degrees of freedom at 0.975: `T_975` has it. Do not clip them to the
        range 0 to 1. For equal scores `std` is 0 and `low` and `high` are the mean. t must be
        right to four digits, all the rest to nine.

    Examples
    --------
    >>> mean, std, low, high = summary(np.array([0.7, 0.8, 0.9]))
    >>> print(f"{mean:.4f} {std:.4f} {low:.4f} {high:.4f}")
    0.8000 0.1000 0.5516 1.0484
    """
    raise NotImplementedError("Task 3: return mean, std, low, high")


def train_validation_test(n, validation, test, rng):
    """Divide the rows 0, ..., n - 1 at random into three parts.

    Parameters
    ----------
    n : int
        The number of rows.
    validation : int
        How many rows go to the validation part; may be 0.
    test : int
        How many rows go to the test part; may be 0. ``validation + test`` is less than `n`.
    rng : numpy.random.Generator
        Draws the rows. Every row has the same chance to be in each part, and the same state of
        `rng` gives the same parts.

    Returns
    -------
    train, validation, test : ndarray of int64
        The row indices of the parts, in this order. Each row is in exactly one part; the rows
        that are in neither of the other parts are in `train`. The order of the indices inside an
        array is up to you.

    Examples
    --------
    >>> train, validation, test = train_validation_test(10, 3, 2, np.random.default_rng(0))
    >>> len(train), len(validation), len(test)
    (5, 3, 2)
    """
    raise NotImplementedError("Task 4: return the rows of train, validation and test")


def standardise(train, test):
    """Shift and scale the columns by the mean and the standard deviation of the training rows.

    Parameters
    ----------
    train : ndarray, shape (n, D)
        The training rows, at least one.
    test : ndarray, shape (m, D)
        The test rows, at least one.

    Returns
    -------
    train, test : ndarray of float64, shapes (n, D) and (m, D)
        ``(x - mean) / std`` for each column, in new arrays. `mean` and `std` come from `train`
        alone, for both. `std` is the population standard deviation, which divides by n. Where a
        column is the same in all rows of `train`, take 1 instead of its `std` of 0: so it becomes
        0 in `train`, and ``x - mean`` in `test`.

    Examples
    --------
    >>> train, test = standardise(np.array([[1.0], [3.0]]), np.array([[4.0]]))
    >>> print(train.ravel(), test.ravel())
    [-1.  1.] [2.]
    """
    raise NotImplementedError("Task 5: return both tables, shifted and scaled as `train` needs it")
