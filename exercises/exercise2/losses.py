"""Exercise 2: losses, one-hot labels and distances.

Replace each `raise NotImplementedError(...)` by your code. The texts here and in README.md say
everything the checks rely on. For every function:

- arrays come in as numpy arrays; do not change them,
- integers count as floats, the pixel type uint8 included,
- a loss or a distance is one number (a float or a numpy float64), not an array.
"""

import numpy as np  # noqa: F401 - for your code


def half_squared_error(y, t):
    """Half the sum of the squared errors (deck 001).

        E = ½ Σ (y - t)²

    The sum runs over all entries. Nothing is divided by their number.

    Parameters
    ----------
    y : ndarray of float64 or integers, any shape
        Predictions.
    t : ndarray of float64 or integers, shape of `y`
        True values.

    Returns
    -------
    float
        E.
    """
    raise NotImplementedError("Task 1: half the sum of the squared errors")


def mean_squared_error(h, y):
    """Mean of the squared errors (deck 002).

        MSE = 1/m Σ (h - y)²

    m is the number of all entries: 24 for shape (4, 6).

    Parameters
    ----------
    h : ndarray of float64 or integers, any shape
        Predictions.
    y : ndarray of float64 or integers, shape of `h`
        True values.

    Returns
    -------
    float
        MSE.
    """
    raise NotImplementedError("Task 2: mean squared error")


def mean_absolute_error(h, y):
    """Mean of the absolute errors (deck 002).

        MAE = 1/m Σ |h - y|

    m is the number of all entries: 24 for shape (4, 6).

    Parameters
    ----------
    h : ndarray of float64 or integers, any shape
        Predictions.
    y : ndarray of float64 or integers, shape of `h`
        True values.

    Returns
    -------
    float
        MAE.
    """
    raise NotImplementedError("Task 2: mean absolute error")


def one_hot(labels, classes):
    """One row per label: 1 in the column of the label, 0 everywhere else.

    Parameters
    ----------
    labels : ndarray of integers, shape (N,)
        Class numbers. The first class is 0, the last `classes` - 1.
    classes : int
        The number of columns C, whether or not each class occurs in `labels`.

    Returns
    -------
    ndarray, shape (N, C)
        Zeros and ones, of any integer, float or boolean type.
    """
    raise NotImplementedError("Task 3: one-hot labels")


def cross_entropy(y, t):
    """Mean cross entropy of predicted probabilities (deck 001).

        E = -1/N Σₙ Σₖ t[n, k] · log(y[n, k] + 1e-7)

    The logarithm is the natural one. The 1e-7 is added, with no clipping. N is the number of
    examples, not of entries.

    Parameters
    ----------
    y : ndarray of float64 or integers, shape (N, C) or (C,)
        Predicted probabilities; each row sums to 1. Shape (C,) is a single example, N = 1.
    t : ndarray of float64 or integers, or int
        The right classes, in one of two forms:

        - one-hot, of the same shape as `y`,
        - integer labels from 0 to C - 1 with one axis less: shape (N,) for a batch, one
          plain integer (an int) for a single example.

        Tell the forms apart by the number of axes: N may equal C, and one-hot rows may be
        integers too.

    Returns
    -------
    float
        E, the mean over the N examples.
    """
    raise NotImplementedError("Task 4: cross entropy")


def distance(p, q, order=2):
    """Distance of two points (deck 002).

        d(p, q) = (Σᵢ |pᵢ - qᵢ|^order)^(1/order)
        d(p, q) = maxᵢ |pᵢ - qᵢ|                    when order is np.inf

    Parameters
    ----------
    p, q : ndarray of float64 or integers, shape (n,)
        Two points.
    order : int or float
        At least 1, not always whole, or np.inf.

    Returns
    -------
    float
        d(p, q).

    Raises
    ------
    ValueError
        When `order` is below 1.
    """
    raise NotImplementedError("Task 5: distance")
