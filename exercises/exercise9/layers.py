"""Exercise 9: layers.

Replace each ``raise NotImplementedError`` with your code. README.md explains the tasks in the
same order. A layer is an object with two methods:

* ``forward`` turns the input into the output, and keeps in ``self`` what ``backward`` will need.
* ``backward`` is given ``dout``, the slope of the loss along that output, and returns the slope of
  the loss along the input, in the shape of the input. It belongs to the latest ``forward`` of the
  same object.

These things hold for every class here:

* Arrays come in, float64 comes out. Integers count as floats; ``dout`` is always a float array.
* Every ``forward`` starts afresh and may have another number of rows. ``backward`` may be called
  again without a new ``forward``, and then gives the same. Objects of one class share nothing.
* What you are given (``W``, ``b``, ``x``, ``t``, ``dout``, ``layers``) is the same after the call.
* Numbers as large as ±1000 are ordinary input.

The constructors are complete; add to them, or write your own. You may write further functions and
attributes.
"""

import numpy as np  # noqa: F401 - for your code


class Affine:
    """A fully connected layer: ``x @ W + b``.

    Parameters
    ----------
    W : ndarray, shape (D, H)
        The weights, as floats or integers.
    b : ndarray, shape (H,)
        The biases, added to every row.

    Attributes
    ----------
    W, b : ndarray
        The parameters. ``forward`` and ``backward`` use what these attributes hold: training
        assigns new arrays to them.
    dW : ndarray of float64, shape (D, H)
        The slope of the loss along ``W``, set by each ``backward``.
    db : ndarray of float64, shape (H,)
        The slope of the loss along ``b``, set by each ``backward``.

    Examples
    --------
    >>> layer = Affine(np.array([[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]]), np.array([0.1, 0.2, 0.3]))
    >>> layer.forward(np.array([[1.0, 0.5], [2.0, -1.0]])).round(6)
    array([[0.3, 0.7, 1.1],
           [0.1, 0.4, 0.7]])
    >>> layer.backward(np.array([[1.0, 0.0, -1.0], [2.0, 1.0, 0.0]])).round(6)
    array([[-0.4, -0.4],
           [ 0.5,  0.8]])
    >>> print(layer.db)
    [ 3.  1. -1.]
    """

    def __init__(self, W, b):
        self.W = W
        self.b = b
        self.dW = None
        self.db = None

    def forward(self, x):
        """Return the weighted sums of every example.

        Parameters
        ----------
        x : ndarray, shape (N, D) or (N, ...)
            N examples, N >= 1, as floats or integers (pixels of type uint8, too). An example with
            more than one axis, such as an image (channels, height, width), has D numbers in all;
            take them as one row, in the order of ``x.reshape(len(x), -1)``.

        Returns
        -------
        ndarray of float64, shape (N, H)
            ``x @ W + b``.
        """
        raise NotImplementedError("Task 1: return x @ W + b, each example as one row")

    def backward(self, dout):
        """Set ``dW`` and ``db``, and return the slope of the loss along the input.

        Parameters
        ----------
        dout : ndarray of float64, shape (N, H)
            The slope of the loss along the output of the latest ``forward``.

        Returns
        -------
        ndarray of float64, shape of that `x`
            ``dout @ W.T``.
        """
        raise NotImplementedError("Task 1: set self.dW and self.db, and return dx")


class Sigmoid:
    """The sigmoid as a layer: ``1 / (1 + exp(-x))`` for every number.

    Examples
    --------
    >>> layer = Sigmoid()
    >>> layer.forward(np.array([0.3, 0.7, 1.1])).round(8)
    array([0.57444252, 0.66818777, 0.75026011])
    >>> layer.backward(np.array([1.0, 1.0, -2.0])).round(8)
    array([ 0.24445831,  0.22171287, -0.37473976])
    """

    def forward(self, x):
        """Return the sigmoid of every number.

        Parameters
        ----------
        x : ndarray, any shape with at least one axis
            Floats or integers.

        Returns
        -------
        ndarray of float64, shape of `x`
        """
        raise NotImplementedError("Task 2: return 1 / (1 + exp(-x))")

    def backward(self, dout):
        """Return the slope of the loss along the input.

        Parameters
        ----------
        dout : ndarray of float64, shape of `x`
            The slope of the loss along the output of the latest ``forward``.

        Returns
        -------
        ndarray of float64, shape of `x`
            `dout` times the slope of the sigmoid at `x`.
        """
        raise NotImplementedError("Task 2: return dout times the slope of the sigmoid at x")


class Relu:
    """The ReLU as a layer: ``max(0, x)`` for every number.

    Examples
    --------
    >>> layer = Relu()
    >>> layer.forward(np.array([1.5, -2.0, 0.0, 3.0]))
    array([1.5, 0. , 0. , 3. ])
    >>> layer.backward(np.array([-1.0, 2.0, 3.0, 4.0]))
    array([-1.,  0.,  0.,  4.])
    """

    def forward(self, x):
        """Return every positive number as it is, and 0 for the others.

        Parameters
        ----------
        x : ndarray, any shape with at least one axis
            Floats or integers.

        Returns
        -------
        ndarray of float64, shape of `x`
        """
        raise NotImplementedError("Task 2: return max(0, x)")

    def backward(self, dout):
        """Return the slope of the loss along the input.

        Parameters
        ----------
        dout : ndarray of float64, shape of `x`
            The slope of the loss along the output of the latest ``forward``.

        Returns
        -------
        ndarray of float64, shape of `x`
            `dout` where `x` was above 0, and 0 elsewhere, at 0 too. A new array: `dout` stays as
            it is.
        """
        raise NotImplementedError("Task 2: return dout where x was above 0, and 0 elsewhere")


class SoftmaxWithLoss:
    """Softmax of each row of scores, then the mean cross entropy: the last layer of a network.

    Examples
    --------
    >>> layer = SoftmaxWithLoss()
    >>> print(round(layer.forward(np.array([[3.0, 1.5, 0.3]]), np.array([0])), 6))
    0.254902
    >>> layer.backward().round(6)
    array([[-0.225008,  0.172924,  0.052084]])
    """

    def forward(self, x, t):
        """Return the loss of a batch.

        Parameters
        ----------
        x : ndarray, shape (N, C)
            The scores of C classes for N examples, N >= 1, C >= 2, as floats or integers.
        t : ndarray, shape (N, C) or (N,)
            The right classes: one-hot rows (floats or integers), or labels (integers from 0 to
            C - 1).

        Returns
        -------
        float
            The mean over the examples of ``-log(p)``, where p is the probability that the
            softmax gives to the right class. Nothing is added to p, and the loss is finite for
            scores up to ±1000: use ``log p = score - m - log(sum(exp(scores - m)))``, where m is
            the largest score of the row.
        """
        raise NotImplementedError("Task 3: return the mean of -log(softmax) of the right classes")

    def backward(self, dout=1):
        """Return the slope of the loss along the scores.

        Parameters
        ----------
        dout : float, default 1
            The slope of whatever comes after this layer along the loss.

        Returns
        -------
        ndarray of float64, shape (N, C)
            ``dout * (y - t) / N``, with y the softmax of the scores and t as one-hot rows.
        """
        raise NotImplementedError("Task 3: return dout * (y - t) / N")


class Dropout:
    """Switch off each number with probability `rate`, while training.

    Parameters
    ----------
    rate : float
        The share that is switched off, from 0 to below 1.
    rng : numpy.random.Generator
        Where the random numbers come from.

    Examples
    --------
    >>> layer = Dropout(0.2, np.random.default_rng(0))
    >>> layer.forward(np.ones(6), True)
    array([1.25, 1.25, 0.  , 0.  , 1.25, 1.25])
    >>> layer.backward(np.ones(6))
    array([1.25, 1.25, 0.  , 0.  , 1.25, 1.25])
    """

    def __init__(self, rate, rng):
        self.rate = rate
        self.rng = rng

    def forward(self, x, train):
        """Return `x` with some numbers switched off and the others scaled up, or as it is.

        Parameters
        ----------
        x : ndarray of float64, any shape with at least one axis
        train : bool
            True: draw ``rng.random(x.shape)``, once. Where it is ``>= rate`` the number is kept
            and divided by ``1 - rate``; elsewhere it becomes 0.
            False: return the values of `x`, and draw nothing from `rng`.

        Returns
        -------
        ndarray of float64, shape of `x`
        """
        raise NotImplementedError("Task 4: return x * kept / (1 - rate), or x when not training")

    def backward(self, dout):
        """Return the slope of the loss along the input.

        Parameters
        ----------
        dout : ndarray of float64, shape of `x`
            The slope of the loss along the output of the latest ``forward``.

        Returns
        -------
        ndarray of float64, shape of `x`
            `dout`, multiplied by what that ``forward`` multiplied `x` by.
        """
        raise NotImplementedError("Task 4: multiply dout by what forward multiplied x by")


class Network:
    """A list of layers, run as one.

    Parameters
    ----------
    layers : list
        One or more objects of the classes above, in the order of ``forward``. A `SoftmaxWithLoss`
        can only be the last.

    Examples
    --------
    >>> affine = Affine(np.array([[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]]), np.array([0.1, 0.2, 0.3]))
    >>> network = Network([affine, Sigmoid(), SoftmaxWithLoss()])
    >>> network.forward(np.array([[1.0, 0.5]])).round(8)
    array([[0.57444252, 0.66818777, 0.75026011]])
    >>> print(round(network.forward(np.array([[1.0, 0.5]]), np.array([2])), 6))
    1.015222
    >>> network.backward().round(6)
    array([[-0.030111, -0.02723 ]])
    """

    def __init__(self, layers):
        self.layers = layers

    def forward(self, x, t=None, train=True):  # noqa: FBT002 - on or off
        """Send a batch through all layers, first to last.

        Parameters
        ----------
        x : ndarray, shape (N, D) or (N, ...)
            N examples.
        t : ndarray, optional
            The right classes, as in `SoftmaxWithLoss`; only for a network that ends in one.
        train : bool, default True
            What every `Dropout` is told, with `t` or without.

        Returns
        -------
        float or ndarray of float64
            With `t` the loss. Without `t` the output of the last layer that is no
            `SoftmaxWithLoss`: the scores.
        """
        raise NotImplementedError("Task 5: run forward of every layer, first to last")

    def backward(self, dout=1):
        """Send the slope back through all layers, last to first.

        It is called after a ``forward`` with `t`, or in a network without `SoftmaxWithLoss`.

        Parameters
        ----------
        dout : float or ndarray of float64, default 1
            The slope along what that ``forward`` returned, and of its shape.

        Returns
        -------
        ndarray of float64, shape of that `x`
            The slope along `x`. Every `Affine` has its ``dW`` and ``db`` set.
        """
        raise NotImplementedError("Task 5: run backward of every layer, last to first")
