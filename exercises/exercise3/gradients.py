"""Exercise 3: gradients.

Replace each ``raise NotImplementedError`` with your code. README.md explains the tasks in the
same order. Two things hold for every function here:

* Numbers and arrays come in, and float64 comes out. Integers count as floats.
* What you are given is the same after the call as before, to the last bit. Write into a copy, or
  put every number back.
"""

import numpy as np  # noqa: F401 - for your code


def numerical_diff(f, x, h=1e-4):
    """Return the slope of a function of one number, by the central difference.

    Parameters
    ----------
    f : callable
        Takes one number and returns one number.
    x : float
        Where you want the slope.
    h : float, default 1e-4
        The step: evaluate `f` at ``x + h`` and at ``x - h``.

    Returns
    -------
    float
        ``(f(x + h) - f(x - h)) / (2 * h)``, not rounded.

    Examples
    --------
    >>> round(numerical_diff(lambda x: x**2 + 2 * x, 2.0), 6)
    6.0
    >>> round(numerical_diff(lambda x: x**3, 1.0, h=0.1), 6)
    3.01
    """
    raise NotImplementedError("Task 1: return (f(x + h) - f(x - h)) / (2 * h)")


def numerical_gradient(f, x, h=1e-4):
    """Return the gradient of a function of an array: its slope along each entry.

    Parameters
    ----------
    f : callable
        Takes an array of floats of the shape of `x` and returns one number. Call it twice for
        each entry: at most ``2 * x.size + 1`` times in all.
    x : ndarray, any shape with at least one axis and one entry
        Where you want the gradient. You may write into `x` during the call, but afterwards every
        bit of it must be as it was. `x` may hold integers; then work on a copy of floats.
    h : float, default 1e-4
        The step: for each entry evaluate `f` where that entry is larger by `h`, and where it is
        smaller by `h`, while all other entries are as they were.

    Returns
    -------
    ndarray of float64, same shape as `x`
        At each index the central difference along that entry.

    Examples
    --------
    >>> numerical_gradient(lambda x: np.sum(x**2), np.array([3, 4])).round(6)
    array([6., 8.])
    >>> numerical_gradient(lambda x: x[0] * x[1] ** 2, np.array([2.0, 3.0])).round(6)
    array([ 9., 12.])
    """
    raise NotImplementedError("Task 2: return the central difference along each entry of x")


def gradient_descent(f_grad, x0, lr, steps):
    """Walk downhill: take `steps` steps against the gradient, starting at `x0`.

    One step is ``x = x - lr * f_grad(x)``.

    Parameters
    ----------
    f_grad : callable
        Takes an array of floats of the shape of `x0` and returns the gradient there, an array of
        the same shape.
    x0 : ndarray, any shape with at least one axis and one entry
        The start. It must be the same after the call. It may hold integers.
    lr : float
        The learning rate.
    steps : int
        How many steps to take: 0 or more, and never fewer than asked.

    Returns
    -------
    x : ndarray of float64, same shape as `x0`
        The point after the last step.
    path : ndarray of float64, shape (steps + 1, *x0.shape)
        All points in order: ``path[0]`` is `x0`, ``path[k]`` is the point after `k` steps, and
        ``path[-1]`` is `x`.

    Examples
    --------
    >>> x, path = gradient_descent(lambda x: 2 * x, np.array([2.0]), lr=0.1, steps=2)
    >>> path.round(6)
    array([[2.  ],
           [1.6 ],
           [1.28]])
    """
    raise NotImplementedError("Task 3: take `steps` steps of x - lr * f_grad(x) and keep the path")
