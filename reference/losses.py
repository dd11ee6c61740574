"""Losses and distances: how far a prediction is from the truth, as one number (decks 001, 002).

A loss compares what a network predicts with what is right; training makes it small. For numbers
that is a squared or an absolute error, for classes the cross entropy; a distance asks the same of
two points. The decks use two definitions of the squared error, a sum with a factor ½ and a mean;
both are here under their own names.

Every function leaves its arguments alone and computes in float64, also with integers.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from reference.arrays import Floats, floats

__all__ = [
    "cross_entropy",
    "distance",
    "half_squared_error",
    "mean_absolute_error",
    "mean_squared_error",
    "one_hot",
]

EPSILON = 1e-7
"""Added to a probability before its logarithm, so that log 0 is -16.118 and not -∞."""


def half_squared_error(y: ArrayLike, t: ArrayLike) -> float:
    """Half the sum of squared errors.

    Formula::

        E = ½ Σ (y - t)²

    The ½ cancels the 2 of the derivative, ∂E/∂y = y - t. This is a sum: a batch twice as large
    has twice the error.

    Parameters
    ----------
    y : array_like of float, any shape
        Predictions.
    t : array_like of float, shape of `y`
        True values.

    Returns
    -------
    float
        E, never negative, 0 only when every prediction is right.

    References
    ----------
    Deck 001; K. Saito, *Deep Learning from Scratch*, section 4.2.1.

    Examples
    --------
    >>> half_squared_error([1, 5, 2, 4], [2, 3, 2, 4])
    2.5
    """
    error = floats(y) - floats(t)
    return float(0.5 * np.sum(error**2))


def mean_squared_error(h: ArrayLike, y: ArrayLike) -> float:
    """Mean of the squared errors.

    Formula::

        MSE = 1/m Σ (h - y)²        m: the number of all entries

    Large errors weigh more than small ones. The mean of the same rows repeated is the same.

    Parameters
    ----------
    h : array_like of float, any shape
        Predictions (hypotheses).
    y : array_like of float, shape of `h`
        True values.

    Returns
    -------
    float
        MSE, which is 2/m times the `half_squared_error`.

    References
    ----------
    Deck 002; I. Goodfellow, Y. Bengio and A. Courville, *Deep Learning*, section 5.1.4.

    Examples
    --------
    >>> mean_squared_error([1, 5, 2, 4], [2, 3, 2, 4])
    1.25
    """
    error = floats(h) - floats(y)
    return float(np.mean(error**2))


def mean_absolute_error(h: ArrayLike, y: ArrayLike) -> float:
    """Mean of the absolute errors.

    Formula::

        MAE = 1/m Σ |h - y|         m: the number of all entries

    Every unit of error weighs the same, so one outlier moves it less than it moves the MSE.
    Always MAE² ≤ MSE, with equality when all errors are equally large.

    Parameters
    ----------
    h : array_like of float, any shape
        Predictions (hypotheses).
    y : array_like of float, shape of `h`
        True values.

    Returns
    -------
    float
        MAE, in the unit of `y`.

    References
    ----------
    Deck 002; C. Willmott and K. Matsuura, *Climate Research* 30 (2005), 79-82.

    Examples
    --------
    >>> mean_absolute_error([1, 5, 2, 4], [2, 3, 2, 4])
    0.75
    """
    error = floats(h) - floats(y)
    return float(np.mean(np.abs(error)))


def one_hot(labels: ArrayLike, classes: int) -> Floats:
    """Turn each label into a row with a single 1 in the column of that label.

    Formula::

        one_hot(labels, C)[n, k] = 1 if k = labels[n], else 0

    Parameters
    ----------
    labels : array_like of int, shape (N,)
        Class numbers from 0 to `classes` - 1.
    classes : int
        The number of columns C, also when some class does not occur in `labels`.

    Returns
    -------
    ndarray of float64, shape (N, C)
        Each row sums to 1, and its arg max is the label.

    References
    ----------
    Decks 001, 002 and 004; C. M. Bishop, *Pattern Recognition and Machine Learning*, chapter 4
    (there "1-of-K coding").

    Examples
    --------
    >>> one_hot([2, 0], 3)
    array([[0., 0., 1.],
           [1., 0., 0.]])
    """
    column = np.asarray(labels)[:, np.newaxis]
    hits: NDArray[np.bool_] = column == np.arange(classes)  # (N, 1) == (C,) -> (N, C)
    return hits.astype(np.float64)


def cross_entropy(y: ArrayLike, t: ArrayLike) -> float:
    """Mean cross entropy of predicted probabilities and the right classes.

    Formula::

        E = -1/N Σₙ Σₖ t[n, k] · log(y[n, k] + 1e-7)

    With one-hot `t` only the probability of the right class counts: E is the mean of -log p. The
    logarithm is the natural one. The 1e-7 keeps p = 0 finite (E = 16.118); it also makes the
    loss of a perfect prediction -1e-7 instead of 0.

    Parameters
    ----------
    y : array_like of float, shape (N, C) or (C,)
        Predicted probabilities, each row summing to 1. Shape (C,) is a batch of one.
    t : array_like
        The right classes: one-hot in the shape of `y`, or integer labels with one axis less,
        that is (N,) for a batch and a single integer for one example.

    Returns
    -------
    float
        E, the mean over the N examples.

    References
    ----------
    Deck 001; I. Goodfellow, Y. Bengio and A. Courville, *Deep Learning*,
    sections 3.13 and 6.2.

    Examples
    --------
    The right class is the first one; a uniform guess among ten costs about log 10.

    >>> round(cross_entropy([[0.6, 0.3, 0.1]], [[1, 0, 0]]), 6)
    0.510825
    >>> round(cross_entropy([[0.6, 0.3, 0.1]], [0]), 6)
    0.510825
    >>> round(cross_entropy([0.1] * 10, 0), 6)
    2.302584
    """
    probabilities = floats(y)
    classes = probabilities.shape[-1]
    examples = probabilities.size // classes  # N, and 1 for shape (C,)
    truth = np.asarray(t)
    if truth.ndim < probabilities.ndim:
        truth = one_hot(truth.reshape(examples), classes).reshape(probabilities.shape)
    return float(-np.sum(truth * np.log(probabilities + EPSILON)) / examples)


def distance(p: ArrayLike, q: ArrayLike, order: float = 2) -> float:
    """Minkowski distance of two points.

    Formula::

        d(p, q) = (Σᵢ |pᵢ - qᵢ|^order)^(1/order)
        d(p, q) = maxᵢ |pᵢ - qᵢ|                    for order = ∞, the limit of the first line

    Order 1 counts steps along the axes (Manhattan), order 2 is the straight line (Euclid), and
    ∞ the largest step on one axis (Chebyshev); d never grows with the order. Each is a metric:

    - d(p, q) ≥ 0, and 0 only for p = q,
    - d(p, q) = d(q, p),
    - d(p, r) ≤ d(p, q) + d(q, r).

    Below order 1 the last line breaks: at order ½ the way from (0, 0) to (1, 1) is 4, but only 2
    by way of (1, 0).

    Parameters
    ----------
    p, q : array_like of float, shape (n,)
        Two points.
    order : float
        At least 1, or infinity.

    Returns
    -------
    float
        d(p, q).

    Raises
    ------
    ValueError
        When `order` is below 1.

    References
    ----------
    Deck 002; G. H. Hardy, J. E. Littlewood and G. Pólya, *Inequalities*,
    section 2.11 (Minkowski).

    Examples
    --------
    >>> distance([0, 0], [3, -4], 1), distance([0, 0], [3, -4]), distance([0, 0], [3, -4], np.inf)
    (7.0, 5.0, 4.0)
    """
    if not order >= 1:
        raise ValueError(f"order must be at least 1 or infinity, not {order}")
    difference = np.abs(floats(p) - floats(q))
    if np.isinf(order):
        return float(np.max(difference))
    return float(np.sum(difference**order) ** (1 / order))
