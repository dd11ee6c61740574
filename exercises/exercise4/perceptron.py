"""Exercise 4: the perceptron.

Replace each ``raise NotImplementedError`` with your code. README.md explains the tasks in the
same order. Two things hold for every function here:

* Integers count as floats.
* What you are given stays as it was: build a new array, do not write into `x`.
"""

import numpy as np  # noqa: F401 (your code will use it)


def perceptron(x, w, b):
    """Return 1 if the weighted sum of the inputs plus the bias is greater than 0, else 0.

    Parameters
    ----------
    x : ndarray, shape (D,)
        The inputs. D is at least 1.
    w : ndarray, shape (D,)
        One weight for each input.
    b : float
        The bias. It is added once.

    Returns
    -------
    int
        1 if ``w[0] * x[0] + ... + w[D-1] * x[D-1] + b > 0``, else 0. So it is 0 where the sum is
        exactly 0. True and False count as 1 and 0.

    Examples
    --------
    >>> perceptron(np.array([1.0, 1.0]), np.array([1.0, 1.0]), -1.0)
    1
    >>> perceptron(np.array([1.0, 0.0]), np.array([1.0, 1.0]), -1.0)
    0
    """
    raise NotImplementedError("Task 1: return 1 if the sum of w * x, plus b, is above 0, else 0")


def AND(x1, x2):  # noqa: N802 (a gate is written in capitals)
    """Return 1 if both inputs are 1, else 0.

    Parameters
    ----------
    x1, x2 : int
        0 or 1.

    Returns
    -------
    int
        0 or 1. True and False count as well.

    Examples
    --------
    >>> [AND(x1, x2) for x1, x2 in [(0, 0), (0, 1), (1, 0), (1, 1)]]
    [0, 0, 0, 1]
    """
    raise NotImplementedError("Task 2: return perceptron(...) with the weights and bias of AND")


def NAND(x1, x2):  # noqa: N802 (a gate is written in capitals)
    """Return 0 if both inputs are 1, else 1: the opposite of AND.

    Parameters
    ----------
    x1, x2 : int
        0 or 1.

    Returns
    -------
    int
        0 or 1. True and False count as well.

    Examples
    --------
    >>> [NAND(x1, x2) for x1, x2 in [(0, 0), (0, 1), (1, 0), (1, 1)]]
    [1, 1, 1, 0]
    """
    raise NotImplementedError("Task 2: return perceptron(...) with the weights and bias of NAND")


def OR(x1, x2):  # noqa: N802 (a gate is written in capitals)
    """Return 1 if at least one input is 1, else 0.

    Parameters
    ----------
    x1, x2 : int
        0 or 1.

    Returns
    -------
    int
        0 or 1. True and False count as well.

    Examples
    --------
    >>> [OR(x1, x2) for x1, x2 in [(0, 0), (0, 1), (1, 0), (1, 1)]]
    [0, 1, 1, 1]
    """
    raise NotImplementedError("Task 2: return perceptron(...) with the weights and bias of OR")


def XOR(x1, x2):  # noqa: N802 (a gate is written in capitals)
    """Return 1 if exactly one input is 1, else 0.

    Parameters
    ----------
    x1, x2 : int
        0 or 1.

    Returns
    -------
    int
        0 or 1. True and False count as well.

    Examples
    --------
    >>> [XOR(x1, x2) for x1, x2 in [(0, 0), (0, 1), (1, 0), (1, 1)]]
    [0, 1, 1, 0]
    """
    raise NotImplementedError("Task 3: combine the three gates of task 2")


def two_layer(x, w1, b1, w2, b2, activation):
    """Send a batch through one hidden layer and one output unit.

    Parameters
    ----------
    x : ndarray, shape (N, D)
        One example in each row. N, D and H are at least 1. One single example has shape (1, D).
    w1 : ndarray, shape (D, H)
        The weights of the hidden layer: column j belongs to hidden unit j.
    b1 : ndarray, shape (H,)
        The biases of the hidden layer, one for each hidden unit.
    w2 : ndarray, shape (H,)
        The weights of the output unit.
    b2 : float
        The bias of the output unit.
    activation : callable
        Takes an array of any shape and returns an array of the same shape, entry by entry. Apply
        it after both layers.

    Returns
    -------
    ndarray of float64, shape (N,)
        One number for each row of `x`: ``activation(n @ w2 + b2)``, where `n` is
        ``activation(x @ w1 + b1)``.

    Examples
    --------
    >>> x = np.array([[0.0, 1.0], [1.0, 1.0]])
    >>> w1 = np.array([[-2.0, 2.0], [-2.0, 2.0]])
    >>> b1 = np.array([3.0, -1.0])
    >>> w2 = np.array([1.0, 1.0])
    >>> two_layer(x, w1, b1, w2, -1.0, lambda a: np.where(a > 0, 1.0, 0.0))
    array([1., 0.])
    """
    raise NotImplementedError("Task 4: apply activation(... @ w + b) twice")
