"""Exercise 5: logistic regression.

Replace each ``raise NotImplementedError`` with your code. README.md explains the tasks in the
same order. Three things hold for every function here:

* ``X`` always has the shape (N, D): one example a row, one feature a column. ``t`` has the shape
  (N,) and holds 0 and 1.
* Numbers and arrays come in, float64 comes out. Integers count as floats.
* What you are given is the same after the call as before. ``w = w - lr * dw`` makes a new array;
  ``w -= lr * dw`` changes the caller's.
"""

import numpy as np  # noqa: F401 - for your code


def predict_proba(X, w, b):
    """Return the probability that each example belongs to class 1: σ(Xw + b).

    Parameters
    ----------
    X : ndarray, shape (N, D)
        One example a row.
    w : ndarray, shape (D,)
        The weights, one for each feature.
    b : float
        The bias.

    Returns
    -------
    ndarray of float64, shape (N,)
        ``1 / (1 + exp(-z))`` for each ``z`` of ``X @ w + b``. It must be right for any z, also
        for ±800.

    Examples
    --------
    >>> X = np.array([[2.0, 3.0], [7.0, 6.0]])
    >>> predict_proba(X, np.array([0.1783, 1.5654]), -8.8558).round(4)
    array([0.0218, 0.8563])
    """
    raise NotImplementedError("Task 1: return the sigmoid of X @ w + b")


def bce_with_logits(z, t):
    """Return the mean binary cross entropy of logits, for z of any size.

    With p = σ(z) it is the mean of ``-(t * log(p) + (1 - t) * log(1 - p))``. Rewrite that so that
    no log 0 and no overflow can occur: README.md shows how.

    Parameters
    ----------
    z : ndarray, shape (N,)
        The logits: scores before the sigmoid, from about -1000 to 1000. Do not clip them.
    t : ndarray, shape (N,)
        The truth, 0 or 1, as floats or integers.

    Returns
    -------
    float
        The mean over the N examples.

    Examples
    --------
    >>> round(bce_with_logits(np.array([0.0, 2.0]), np.array([0, 1])), 6)
    0.410038
    >>> bce_with_logits(np.array([800.0]), np.array([0]))
    800.0
    """
    raise NotImplementedError("Task 2: return the mean binary cross entropy of the logits z")


def logistic_gradient(X, t, w, b):
    """Return the gradient of the mean binary cross entropy: its slopes along `w` and `b`.

    Parameters
    ----------
    X : ndarray, shape (N, D)
        One example a row.
    t : ndarray, shape (N,)
        The truth, 0 or 1, as floats or integers.
    w : ndarray, shape (D,)
        The weights, where you want the gradient.
    b : float
        The bias, where you want the gradient.

    Returns
    -------
    dw : ndarray of float64, shape (D,)
        ``∂E/∂w``: the mean over the examples of ``(p - t) * x``.
    db : float
        ``∂E/∂b``: the mean over the examples of ``p - t``.

    Examples
    --------
    >>> X, t = np.array([[2.0, 3.0], [8.0, 6.0]]), np.array([0, 1])
    >>> dw, db = logistic_gradient(X, t, np.array([0.0, 0.0]), 0.0)
    >>> print(dw, db)
    [-1.5  -0.75] 0.0
    """
    raise NotImplementedError("Task 3: return the gradient (dw, db) of the mean cross entropy")


def fit(X, t, w, b, lr, steps):
    """Train by gradient descent: take `steps` steps from `w` and `b`.

    One step uses all examples. It is ``w = w - lr * dw`` and ``b = b - lr * db``, where both
    gradients belong to the old `w` and `b`.

    Parameters
    ----------
    X : ndarray, shape (N, D)
        One example a row.
    t : ndarray, shape (N,)
        The truth, 0 or 1, as floats or integers.
    w : ndarray, shape (D,)
        The weights to start from. It must be the same after the call, and may hold integers.
    b : float
        The bias to start from.
    lr : float
        The learning rate.
    steps : int
        How many updates to make: 0 or more, and never fewer than asked.

    Returns
    -------
    w : ndarray of float64, shape (D,)
        The weights after the last update.
    b : float
        The bias after the last update.
    losses : ndarray of float64, shape (steps,)
        ``losses[i]`` is the loss before update i: ``losses[0]`` is the loss of the start.

    Examples
    --------
    >>> X, t = np.array([[2.0], [8.0]]), np.array([0, 1])
    >>> w, b, losses = fit(X, t, np.array([0.0]), 0.0, lr=0.1, steps=2)
    >>> print(w.round(4), round(b, 4), losses.round(4))
    [0.1851] -0.0171 [0.6931 0.5588]
    """
    raise NotImplementedError("Task 4: make `steps` updates of w and b and keep the losses")


def elbow(losses):
    """Return where the curve of losses bends: its point farthest below the line between its ends.

    Parameters
    ----------
    losses : ndarray of float64, shape (n,)
        The losses of a training run, at least two.

    Returns
    -------
    int
        The index, from 0 to n - 1, at which the straight line from the first loss to the last
        minus the loss is largest. Values within 1e-12 of the largest count as equally large; of
        those, return the first index.

    Examples
    --------
    >>> elbow(np.array([8.0, 4.0, 1.0, 0.5, 0.0]))
    2
    """
    raise NotImplementedError("Task 5: return the index farthest below the line between the ends")
