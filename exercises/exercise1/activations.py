"""Exercise 1: activation functions.

Replace each ``raise NotImplementedError`` with your code. README.md explains the tasks in the
same order. Three things hold for every function here:

* Arrays come in and arrays go out. Arrays of integers count as floats.
* What you are given stays as it was: build a new array, do not write into `x`.
* Large numbers are ordinary input: for 1000 and -1000 the answer is a number, not ``nan``.
"""

import numpy as np  # noqa: F401 (your code will use it)


def step(x):
    """Return 1 where `x` is greater than 0, and 0 elsewhere.

    Parameters
    ----------
    x : ndarray, any shape

    Returns
    -------
    ndarray of int, same shape as `x`
        1 for ``x > 0``, 0 for ``x <= 0``. So ``step`` is 0 at 0. True and False count as 1 and 0.

    Examples
    --------
    >>> step(np.array([-2.0, 0.0, 3.0]))
    array([0, 0, 1])
    """
    raise NotImplementedError("Task 1: return 1 where x > 0 and 0 elsewhere")


def sigmoid(x):
    """Return the sigmoid 1 / (1 + exp(-x)) of every entry of `x`.

    Parameters
    ----------
    x : ndarray, any shape

    Returns
    -------
    ndarray of float64, same shape as `x`
        Numbers between 0 and 1. Far out they round to 0 and 1; they are never ``nan``.

    Examples
    --------
    >>> sigmoid(np.array([-1000.0, 0.0, 1000.0]))
    array([0. , 0.5, 1. ])
    """
    raise NotImplementedError("Task 2: return 1 / (1 + exp(-x))")


def tanh(x):
    """Return the hyperbolic tangent (exp(x) - exp(-x)) / (exp(x) + exp(-x)) of every entry.

    Parameters
    ----------
    x : ndarray, any shape

    Returns
    -------
    ndarray of float64, same shape as `x`
        Numbers between -1 and 1, never ``nan``. ``np.tanh`` is allowed.

    Examples
    --------
    >>> tanh(np.array([-1000.0, 0.0, 1000.0]))
    array([-1.,  0.,  1.])
    """
    raise NotImplementedError("Task 2: return the hyperbolic tangent of every entry")


def sigmoid_grad(x):
    """Return the slope of the sigmoid at `x`.

    Parameters
    ----------
    x : ndarray, any shape
        The input of the sigmoid: the place where you want the slope. It is not the output
        ``sigmoid(x)``.

    Returns
    -------
    ndarray of float64, same shape as `x`
        Numbers between 0 and 0.25. Use the formula, not a difference quotient.

    Examples
    --------
    >>> sigmoid_grad(np.array([-2.0, 0.0, 2.0])).round(5)
    array([0.10499, 0.25   , 0.10499])
    """
    raise NotImplementedError("Task 3: return the slope of the sigmoid at x")


def relu(x):
    """Return `x` where it is greater than 0, and 0 elsewhere.

    Parameters
    ----------
    x : ndarray, any shape

    Returns
    -------
    ndarray of float64, same shape as `x`
        A new array of floats, also when `x` holds integers.

    Examples
    --------
    >>> relu(np.array([-2, 0, 3]))
    array([0., 0., 3.])
    """
    raise NotImplementedError("Task 4: return x where x > 0 and 0 elsewhere")


def relu_grad(x):
    """Return the slope of the ReLU at `x`: 1 where `x` is greater than 0, and 0 elsewhere.

    Parameters
    ----------
    x : ndarray, any shape
        The input of the ReLU.

    Returns
    -------
    ndarray of float64, same shape as `x`
        The ReLU has a corner at 0, so it has no slope there. In this course the value is 0.
        Integers and booleans count as well, since only 0 and 1 occur.

    Examples
    --------
    >>> relu_grad(np.array([-2.0, 0.0, 3.0]))
    array([0., 0., 1.])
    """
    raise NotImplementedError("Task 4: return the slope of the ReLU at x")


def leaky_relu(x, alpha=0.01):
    """Return `x` where it is greater than 0, and `alpha` times `x` elsewhere.

    Parameters
    ----------
    x : ndarray, any shape
    alpha : float, default 0.01
        The slope on the negative side, from 0 to 1.

    Returns
    -------
    ndarray of float64, same shape as `x`

    Examples
    --------
    >>> leaky_relu(np.array([-2.0, 0.0, 3.0]), alpha=0.1)
    array([-0.2,  0. ,  3. ])
    """
    raise NotImplementedError("Task 4: return x where x > 0 and alpha * x elsewhere")


def softmax(x):
    """Turn scores into probabilities: exp(x_i) divided by the sum of all exp(x_j) of its row.

    Parameters
    ----------
    x : ndarray, shape (C,) or (N, C)
        The scores of one example, or of N examples with one row each. C is at least 1, N may be 0.

    Returns
    -------
    ndarray of float64, same shape as `x`
        Each row has no negative entry, adds up to 1 and keeps the order of its scores.

    Examples
    --------
    >>> softmax(np.array([3.0, 1.5, 0.3])).round(6)
    array([0.774992, 0.172924, 0.052084])
    >>> softmax(np.array([1000.0, 1000.0]))
    array([0.5, 0.5])
    """
    raise NotImplementedError("Task 5: return the softmax of each row")


def forward(x, weights, biases, activation):
    """Send a batch through a network of layers.

    Each layer computes ``activation(z @ W + b)``, where `z` is what the layer before it returned.
    The first layer starts from `x`.

    Parameters
    ----------
    x : ndarray, shape (N, D)
        One example in each row. One single example has shape (1, D).
    weights : list of ndarray, shapes (D, H1), (H1, H2), ..., (H, C)
        One matrix for each layer. There is at least one.
    biases : list of ndarray, shapes (H1,), (H2,), ..., (C,)
        One vector for each layer.
    activation : callable
        Takes an array and returns an array of the same shape. Apply it after every layer,
        the last one included.

    Returns
    -------
    ndarray of float64, shape (N, C)

    Examples
    --------
    >>> x = np.array([[1.0, 0.5]])
    >>> W1 = np.array([[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]])
    >>> b1 = np.array([0.1, 0.2, 0.3])
    >>> forward(x, [W1], [b1], sigmoid)
    array([[0.57444252, 0.66818777, 0.75026011]])
    """
    raise NotImplementedError("Task 6: apply activation(z @ W + b), layer after layer")
