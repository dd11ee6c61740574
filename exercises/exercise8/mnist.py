"""Exercise 8: a network that reads digits.

Replace each ``raise NotImplementedError`` with your code, and fill in ``__init__``. README.md
explains the tasks in the same order. These things hold everywhere here:

* N examples come in at once, one a row: ``x`` has the shape (N, D). ``t`` holds the right classes,
  one-hot, in the shape (N, C). Numbers may be float64, float32 or integers; float64 comes out.
* What a method is given, ``x`` and ``t``, is the same after the call as before.
* You may write further functions and methods, such as a softmax, and call what you have.
"""

import numpy as np  # noqa: F401 - for your code


class TwoLayerNet:
    """A network with one hidden layer of sigmoids and a softmax over C classes.

    ``z1 = sigmoid(x @ W1 + b1)`` and ``y = softmax(z1 @ W2 + b2)``, the softmax for each row.

    Parameters
    ----------
    input_size, hidden_size, output_size : int
        D, H and C: the number of inputs, of hidden units and of classes. Each is 1 or more.
    weight_init_std : float
        What the random weights are multiplied by, so their standard deviation.
    rng : numpy.random.Generator or None
        Draws the weights, first W1, then W2: ``rng.standard_normal((D, H))`` and
        ``rng.standard_normal((H, C))``. With None, draw from a new ``np.random.default_rng()``,
        so that no two such networks are alike.

    Attributes
    ----------
    params : dict of ndarray of float64
        ``W1`` (D, H), ``b1`` (H,), ``W2`` (H, C) and ``b2`` (C,), in an ordinary dict with exactly
        these keys. Biases begin as zeros. `train` changes the parameters, and anyone may put
        another dict here (``net.params = {...}``): each method uses what is in ``self.params``
        when it is called.

    Examples
    --------
    >>> net = TwoLayerNet(784, 50, 10)
    >>> sum(value.size for value in net.params.values())
    39760
    """

    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01, rng=None):  # noqa: ARG002
        self.params = {}  # Task 1: put W1, b1, W2 and b2 here

    def predict(self, x):
        """Return the probability of every class, for each example.

        Parameters
        ----------
        x : ndarray, shape (N, D)
            One example a row. N is 1 or more. The weighted sums of both layers may be as large as
            ±10000.

        Returns
        -------
        ndarray of float64, shape (N, C)
            ``softmax(z1 @ W2 + b2)``: each row sums to 1.
        """
        raise NotImplementedError("Task 1: return softmax(sigmoid(x @ W1 + b1) @ W2 + b2)")

    def loss(self, x, t):
        """Return the mean cross entropy of the predictions, with the 1e-7 of exercise 2.

        It is ``-1/N Σ t * log(y + 1e-7)``, with the sum over all examples and classes.

        Parameters
        ----------
        x : ndarray, shape (N, D)
            One example a row.
        t : ndarray, shape (N, C)
            The right classes, one-hot, as floats or integers.

        Returns
        -------
        float
            One number.
        """
        raise NotImplementedError("Task 2: return the mean cross entropy of predict(x) and t")

    def accuracy(self, x, t):
        """Return the share of the examples whose most likely class is the right one.

        Parameters
        ----------
        x : ndarray, shape (N, D)
            One example a row.
        t : ndarray, shape (N, C) or (N,)
            The right classes: one-hot, or labels of any integer type from 0 to C - 1. The number
            of axes tells which.

        Returns
        -------
        float
            One number from 0 to 1: right ones / N.
        """
        raise NotImplementedError("Task 2: return the share of rows where the arg max is right")

    def gradient(self, x, t):
        """Return the gradient of the mean cross entropy, by backpropagation.

        It is that of exercise 7, with ``delta2 = (y - t) / N``; the 1e-7 of `loss` is left out.
        Nothing is updated here: the parameters are the same after the call as before.

        Parameters
        ----------
        x : ndarray, shape (N, D)
            One example a row.
        t : ndarray, shape (N, C)
            The right classes, one-hot, as floats or integers.

        Returns
        -------
        dict of ndarray of float64
            The slope along every parameter, under the same four keys and in the same shapes as
            `params`.
        """
        raise NotImplementedError("Task 3: return the gradient as a dict with the keys of params")


def train(net, x, t, iterations, batch_size, lr, rng):
    """Train a network by stochastic gradient descent.

    Each step draws the rows of its batch with ``rows = rng.choice(n, batch_size)``, where n is the
    number of rows of `x`, and moves every parameter once: ``p - lr * slope``, with the slopes of
    that batch. Nothing else is drawn from `rng`.

    Parameters
    ----------
    net : TwoLayerNet
        The network. It learns: ``net.params`` has the new values after the call.
    x : ndarray, shape (n, D)
        All examples, one a row, ready for use (pixels from 0 to 1).
    t : ndarray, shape (n, C)
        Their classes, one-hot.
    iterations : int
        The number of steps, 1 or more.
    batch_size : int
        The number of rows of each batch. It may be larger than n, as a row may be drawn more than
        once.
    lr : float
        The learning rate.
    rng : numpy.random.Generator
        Draws the rows.

    Returns
    -------
    ndarray of float64, shape (iterations,)
        For each step the loss of its batch, as `TwoLayerNet.loss` gives it *before* the step.
    """
    raise NotImplementedError("Task 4: change net.params step by step, return the losses")
