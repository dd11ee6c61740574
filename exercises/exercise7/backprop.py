"""Exercise 7: backpropagation.

Replace each ``raise NotImplementedError`` with your code. README.md explains the tasks in the
same order. Four things hold for every function here:

* ``params`` and gradients are dicts with the keys ``"W1"``, ``"b1"``, ``"W2"`` and ``"b2"``. A
  layer computes ``x @ W + b``.
* Arrays come in, float64 comes out. Integers count as floats.
* What you are given is the same after the call as before: ``p = p - lr * g`` makes a new array,
  ``p -= lr * g`` changes the caller's.
* You may write further functions, such as a sigmoid, and call one task's function in another.
"""

import numpy as np  # noqa: F401 - for your code


def forward(params, x):
    """Send one example through the 2-2-2 network of deck 004.

    Parameters
    ----------
    params : dict of ndarray
        ``W1`` (2, 2), ``b1`` (2,), ``W2`` (2, 2), ``b2`` (2,).
        In the names of the deck ``W1 = [[w11, w12], [w21, w22]]`` and
        ``W2 = [[w31, w32], [w41, w42]]``. Each unit has a bias of its own. The weighted sums may
        be as large as ±10000.
    x : ndarray, shape (2,)
        One example.

    Returns
    -------
    hidden : ndarray of float64, shape (2,)
        The outputs of the hidden units, yh1 and yh2: ``sigmoid(x @ W1 + b1)``.
    output : ndarray of float64, shape (2,)
        The outputs of the network, yo1 and yo2: ``sigmoid(hidden @ W2 + b2)``.

    Examples
    --------
    >>> params = {
    ...     "W1": np.array([[0.2, -0.4], [0.7, 0.3]]),
    ...     "b1": np.array([1.0, 1.0]),
    ...     "W2": np.array([[0.6, -0.1], [-0.5, 0.8]]),
    ...     "b2": np.array([1.0, 1.0]),
    ... }
    >>> hidden, output = forward(params, np.array([0.5, -1.0]))
    >>> print(hidden.round(6), output.round(6))
    [0.598688 0.622459] [0.740387 0.80816 ]
    """
    raise NotImplementedError("Task 1: return hidden and output, each a sigmoid of a weighted sum")


def backward(params, x, t):
    """Return the gradient of the loss ``½ Σ (t - output)²`` of the 2-2-2 network.

    Parameters
    ----------
    params : dict of ndarray
        As in `forward`.
    x : ndarray, shape (2,)
        One example.
    t : ndarray, shape (2,)
        The truth for it, yt1 and yt2: any numbers, as floats or integers.

    Returns
    -------
    dict of ndarray of float64
        The slope of the loss along every parameter, under the same four keys and in the same
        shapes as `params`: ``grads["W1"][0, 1]`` is ∂E/∂w12.

    Examples
    --------
    With the `params` of `forward`:

    >>> grads = backward(params, np.array([0.5, -1.0]), np.array([0.0, 1.0]))
    >>> grads["W2"].round(6)
    array([[ 0.085201, -0.017806],
           [ 0.088584, -0.018513]])
    """
    raise NotImplementedError("Task 2: return the gradient as a dict with the keys of params")


def update(params, grads, lr):
    """Return the parameters one step of gradient descent later.

    Parameters
    ----------
    params : dict of ndarray
        The parameters, of either network, as floats or integers. Dict and arrays must be the
        same after the call.
    grads : dict of ndarray
        Their gradients, under the same keys and in the same shapes.
    lr : float
        The learning rate.

    Returns
    -------
    dict of ndarray of float64
        For every key a new array: the parameter minus ``lr`` times its gradient.
    """
    raise NotImplementedError("Task 3: return a new dict of params[key] - lr * grads[key]")


def two_layer_gradient(params, x, t):
    """Return the gradient of the mean cross entropy of a batch, sigmoid and softmax.

    The network computes ``z1 = sigmoid(x @ W1 + b1)`` and ``y = softmax(z1 @ W2 + b2)``, the
    softmax for each row. The loss is the mean over the N examples of ``-Σ t * log(y)``, without
    an added 1e-7.

    Parameters
    ----------
    params : dict of ndarray
        ``W1`` (D, H), ``b1`` (H,), ``W2`` (H, C), ``b2`` (C,). Any sizes. The scores, which go
        into the softmax, may be as large as ±10000.
    x : ndarray, shape (N, D)
        One example a row. N is 1 or more.
    t : ndarray, shape (N, C)
        The right classes, one-hot, as floats or integers.

    Returns
    -------
    dict of ndarray of float64
        The slope of the loss along every parameter, under the same four keys and in the same
        shapes as `params`.

    Examples
    --------
    >>> params = {
    ...     "W1": np.array([[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]]),
    ...     "b1": np.array([0.1, 0.2, 0.3]),
    ...     "W2": np.array([[0.1, 0.4], [0.2, 0.5], [0.3, 0.6]]),
    ...     "b2": np.array([0.1, 0.2]),
    ... }
    >>> grads = two_layer_gradient(params, np.array([[1.0, 0.5]]), np.array([[0, 1]]))
    >>> print(grads["b2"].round(6), grads["b1"].round(6))
    [ 0.332285 -0.332285] [-0.024369 -0.022102 -0.018678]
    """
    raise NotImplementedError("Task 4: return the gradient of the mean cross entropy as a dict")


def relative_error(a, n):
    """Return how far two gradients are apart, as a share of their size.

    It is ``‖a - n‖ / (‖a‖ + ‖n‖)``, where ``‖v‖`` is the root of the sum of the squares of all
    entries of ``v``. When both are 0, it is 0. Nothing is added to the denominator.

    Parameters
    ----------
    a, n : ndarray, any shape with at least one axis and one entry, both the same
        Such as an analytic and a numerical gradient, as floats or integers. Their entries may be
        as small as 1e-12.

    Returns
    -------
    float
        One number from 0 (equal) to 1 (opposite).

    Examples
    --------
    >>> print(round(relative_error(np.array([3.0, 4.0]), np.array([6.0, 8.0])), 6))
    0.333333
    """
    raise NotImplementedError("Task 5: return ‖a - n‖ / (‖a‖ + ‖n‖), and 0 when both are 0")
