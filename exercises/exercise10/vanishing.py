"""Exercise 10: the vanishing gradient.

Replace each ``raise NotImplementedError`` with your code. README.md explains the tasks in the
same order. Three things hold for every function here:

* Arrays come in, float64 comes out (True and False in task 3). Integers count as floats.
* What you are given is the same after the call as before: the list, its matrices, `x` and `b`.
* You may write further functions, such as the activations and their slopes.
"""

import numpy as np  # noqa: F401 - for your code


def bound(depth):
    """Return the most that the slopes of `depth` sigmoid layers can multiply to.

    Parameters
    ----------
    depth : int
        The number of layers: 0 or more.

    Returns
    -------
    float
        ``0.25 ** depth``, not rounded; 1.0 for no layer.

    Examples
    --------
    >>> bound(2)
    0.0625
    >>> print(f"{bound(10):.2e}")
    9.54e-07
    """
    raise NotImplementedError("Task 1: return the largest product of `depth` sigmoid slopes")


def gradient_norms(weights, x, activation):
    """Return the norm of the gradient of every layer, first layer first.

    The network has no biases. With ``z = x`` to begin with, each layer computes
    ``z = h(z @ W)``, and the gradient is that of::

        S = 1/N · (the sum of all entries of the last z)

    along each W.

    Parameters
    ----------
    weights : list of ndarray
        One matrix for each layer, first layer first, at least one: shapes (D, H1), (H1, H2), …,
        (…, C). The list and its matrices must be the same after the call. They may hold integers.
    x : ndarray, shape (N, D)
        A batch of N rows, at least one. It may hold integers.
    activation : str
        ``"sigmoid"``, ``"tanh"`` or ``"relu"``: the function h, applied to the weighted sums of
        **every** layer, the last included. The slope of the ReLU at exactly 0 is 0. Weighted sums
        may be as large as ±10000, and no NaN may come of that.

    Returns
    -------
    ndarray of float64, shape (L,)
        For each of the L layers the norm of ∂S/∂W: the square root of the sum of the squares of
        **all** its entries.

    Examples
    --------
    >>> x = np.array([[1.0, -1.0], [0.5, 2.0]])
    >>> W1 = np.array([[0.5, -1.0, 1.0], [1.0, 0.5, -0.5]])
    >>> W2 = np.array([[1.0], [-2.0], [0.5]])
    >>> gradient_norms([W1, W2], x, "sigmoid").round(6)
    array([0.112406, 0.235826])
    """
    raise NotImplementedError("Task 2: return the norm of the gradient of every layer")


def dead_units(x, W, b):
    """Return which ReLU units are 0 for every row.

    Parameters
    ----------
    x : ndarray, shape (N, D)
        A batch of N rows, at least one.
    W : ndarray, shape (D, H)
        The weights of one layer with H units.
    b : ndarray, shape (H,)
        Their biases. All three may hold integers, and must be the same after the call.

    Returns
    -------
    ndarray of bool, shape (H,)
        True for each unit whose output ``relu(x @ W + b)`` is exactly 0 in all N rows. A positive
        output, however small, means False. Integers 1 and 0 will do.

    Examples
    --------
    >>> x = np.array([[1.0, 2.0], [3.0, -1.0]])
    >>> W = np.array([[1.0, -1.0, 0.0, -1.0], [-1.0, 0.0, 1.0, 0.0]])
    >>> b = np.array([-3.0, 0.5, 0.0, 1.0])
    >>> dead_units(x, W, b)
    array([False,  True, False,  True])
    """
    raise NotImplementedError("Task 3: return True for each unit that is 0 for every row")
