r"""Layers: a network taken apart into pieces that each know their own slope (decks 001, 003, 004).

A layer has two methods. *Forward* turns the input into the output. *Backward* is given the slope
of the loss along the output, and returns the slope of the loss along the input::

    x    ──►  forward   ──►  y
    dx   ◄──  backward  ◄──  dout          dout = ∂E/∂y,    dx = ∂E/∂x

This is the chain rule, one link at a time: ``dx = dout · ∂y/∂x``. No layer knows what comes before
or after it, so layers can be put together in any order, and a network of any depth is a list.

=================  ==================================  ==========================================
layer              forward                             backward
=================  ==================================  ==========================================
`Affine`           x @ W + b                           dx = dout @ Wᵀ, dW = xᵀ @ dout, db = Σₙ dout
`Sigmoid`          1 / (1 + exp(-x))                   dout · y (1 - y)
`Relu`             max(0, x)                           dout where x > 0, else 0
`Dropout`          x · kept / (1 - rate)               dout · kept / (1 - rate)
`SoftmaxWithLoss`  mean of -log softmax(x)[t]          dout · (softmax(x) - t) / N
=================  ==================================  ==========================================

Names: ``N`` examples, ``D`` inputs, ``H`` outputs of a layer, ``C`` classes. ``dx``, ``dW``, ``db``
stand for ∂E/∂x, ∂E/∂W, ∂E/∂b and have the shapes of ``x``, ``W``, ``b``.

A layer keeps what its backward needs from its latest forward, in the object itself. No method
changes its arguments. Everything is computed in float64, also from integers.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from reference.activations import log_softmax, relu, relu_grad, sigmoid, sigmoid_grad, softmax
from reference.arrays import Floats, floats
from reference.losses import one_hot

__all__ = ["Affine", "Dropout", "Network", "Relu", "Sigmoid", "SoftmaxWithLoss"]


class Affine:
    """A fully connected layer: weighted sums and a bias.

    Formula, for a batch of N rows::

        y = x @ W + b

        ∂E/∂x = dout @ Wᵀ        ∂E/∂W = xᵀ @ dout        ∂E/∂b = Σₙ dout[n]

    Parameters
    ----------
    W : array_like of float, shape (D, H)
        Column j holds the weights of output j.
    b : array_like of float, shape (H,)
        Added to every row.

    Attributes
    ----------
    W, b : ndarray of float64
        The parameters. Training replaces them.
    dW, db : ndarray of float64, shapes of `W` and `b`
        Their gradients, from the latest `backward`; 0 before the first.

    Notes
    -----
    The products sum over the batch, so a gradient belongs to the whole batch. Nothing is divided
    by N here: the loss does that, once.

    References
    ----------
    Deck 001; K. Saito, *Deep Learning from Scratch*, section 5.6; I. Goodfellow,
    Y. Bengio, A. Courville, *Deep Learning* (2016), section 6.5.

    Examples
    --------
    >>> layer = Affine([[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]], [0.1, 0.2, 0.3])
    >>> layer.forward([[1.0, 0.5], [2.0, -1.0]])
    array([[0.3, 0.7, 1.1],
           [0.1, 0.4, 0.7]])
    >>> layer.backward([[1.0, 0.0, -1.0], [2.0, 1.0, 0.0]])
    array([[-0.4, -0.4],
           [ 0.5,  0.8]])
    >>> layer.dW
    array([[ 5. ,  2. , -1. ],
           [-1.5, -1. , -0.5]])
    >>> layer.db
    array([ 3.,  1., -1.])
    """

    _x: Floats

    def __init__(self, W: ArrayLike, b: ArrayLike) -> None:
        self.W = floats(W)
        self.b = floats(b)
        self.dW = np.zeros(self.W.shape)
        self.db = np.zeros(self.b.shape)

    def forward(self, x: ArrayLike) -> Floats:
        """Return ``x @ W + b``, shape (N, H).

        Parameters
        ----------
        x : array_like of float, shape (N, ...)
            One example a row. What follows the first axis is laid out in one row of D numbers,
            the last index running fastest.
        """
        self._x = floats(x)
        return _rows(self._x) @ self.W + self.b

    def backward(self, dout: ArrayLike) -> Floats:
        """Return the slope along `x`, in its shape, and set `dW` and `db`.

        Parameters
        ----------
        dout : array_like of float, shape (N, H)
        """
        slopes = floats(dout)
        self.dW = _rows(self._x).T @ slopes
        self.db = np.sum(slopes, axis=0)
        dx: Floats = slopes @ self.W.T
        return dx.reshape(self._x.shape)


class Sigmoid:
    """The sigmoid σ as a layer.

    Formula::

        y = σ(x) = 1 / (1 + exp(-x))
        ∂E/∂x = dout · σ(x) (1 - σ(x))

    Stable form: `reference.activations.sigmoid` and its slope at x, ``σ(x) σ(-x)``.

    References
    ----------
    Decks 001 and 004; K. Saito, *Deep Learning from Scratch*, section 5.5.2.

    Examples
    --------
    >>> layer = Sigmoid()
    >>> layer.forward([0.3, 0.7, 1.1]).round(8)
    array([0.57444252, 0.66818777, 0.75026011])
    >>> layer.backward([1.0, 1.0, -2.0]).round(8)
    array([ 0.24445831,  0.22171287, -0.37473976])
    """

    _x: Floats

    def forward(self, x: ArrayLike) -> Floats:
        """Return σ(x), in the shape of `x`, which is any."""
        self._x = floats(x)
        return sigmoid(self._x)

    def backward(self, dout: ArrayLike) -> Floats:
        """Return the slope along `x`; `dout` has its shape."""
        return floats(dout) * sigmoid_grad(self._x)


class Relu:
    """The ReLU as a layer.

    Formula::

        y = max(0, x)
        ∂E/∂x = dout where x > 0, else 0

    Notes
    -----
    The slope at 0 is 0, a convention. What counts is the sign of x: where it was positive, dout
    passes whatever its own sign.

    References
    ----------
    Decks 001 and 004; K. Saito, *Deep Learning from Scratch*, section 5.5.1, whose
    backward writes into its argument.

    Examples
    --------
    >>> layer = Relu()
    >>> layer.forward([1.5, -2.0, 0.0, 3.0])
    array([1.5, 0. , 0. , 3. ])
    >>> layer.backward([-1.0, 2.0, 3.0, 4.0])
    array([-1.,  0.,  0.,  4.])
    """

    _x: Floats

    def forward(self, x: ArrayLike) -> Floats:
        """Return max(0, x), in the shape of `x`, which is any."""
        self._x = floats(x)
        return relu(self._x)

    def backward(self, dout: ArrayLike) -> Floats:
        """Return the slope along `x`; `dout` has its shape."""
        return floats(dout) * relu_grad(self._x)


class Dropout:
    """Switch off each number with probability `rate`, while training.

    Formula, with u drawn uniformly from [0, 1) for every entry::

        factor = 1 / (1 - rate) where u >= rate, else 0
        y = x · factor
        ∂E/∂x = dout · factor

    When not training the factor is 1, and nothing is drawn.

    Parameters
    ----------
    rate : float
        The share that is switched off, 0 <= rate < 1.
    rng : numpy.random.Generator
        Each training forward draws ``rng.random(x.shape)`` once.

    Notes
    -----
    A number is kept with probability 1 - rate, so 1 / (1 - rate) keeps its expected value: the
    next layer sees the same mean in training and in use. (*Inverted* dropout; the original
    multiplies by 1 - rate in use instead.)

    References
    ----------
    Deck 003, whose model has a Dropout(0.2). N. Srivastava, G. Hinton and others,
    "Dropout: a simple way to prevent neural networks from overfitting", Journal of Machine
    Learning Research 15 (2014).

    Examples
    --------
    >>> layer = Dropout(0.2, np.random.default_rng(0))
    >>> layer.forward(np.ones(6), train=True)
    array([1.25, 1.25, 0.  , 0.  , 1.25, 1.25])
    >>> layer.backward(np.ones(6))
    array([1.25, 1.25, 0.  , 0.  , 1.25, 1.25])
    >>> layer.forward([3.0, -4.0], train=False)
    array([ 3., -4.])
    """

    _factor: Floats

    def __init__(self, rate: float, rng: np.random.Generator) -> None:
        self._rate = rate
        self._rng = rng

    def forward(self, x: ArrayLike, train: bool) -> Floats:  # noqa: FBT001 - the lecture's name
        """Return `x` with some entries 0 and the others scaled up, or as it is."""
        values = floats(x)
        self._factor = np.ones(values.shape)
        if train:
            kept = self._rng.random(values.shape) >= self._rate
            self._factor = np.where(kept, 1.0 / (1.0 - self._rate), 0.0)
        return values * self._factor

    def backward(self, dout: ArrayLike) -> Floats:
        """Return the slope along `x`; `dout` has its shape."""
        return floats(dout) * self._factor


class SoftmaxWithLoss:
    """Softmax and mean cross entropy in one layer, the last of a network for classes.

    Formula, with p = softmax(x) for each row, and t one-hot::

        E = -1/N Σₙ Σₖ t[n, k] · log p[n, k]
        ∂E/∂x = dout · (p - t) / N

    Stable form: log p is `reference.activations.log_softmax`. There is no 1e-7 as in
    `reference.losses.cross_entropy`; it would change the gradient.

    References
    ----------
    Decks 001 and 004; K. Saito, *Deep Learning from Scratch*, section 5.6.3 and
    appendix A.

    Examples
    --------
    The scores of deck 004; the first class is right.

    >>> layer = SoftmaxWithLoss()
    >>> round(layer.forward([[3.0, 1.5, 0.3]], [0]), 6)
    0.254902
    >>> layer.backward().round(6)
    array([[-0.225008,  0.172924,  0.052084]])
    """

    _slope: Floats

    def forward(self, x: ArrayLike, t: ArrayLike) -> float:
        """Return the mean loss.

        Parameters
        ----------
        x : array_like of float, shape (N, C)
            Scores.
        t : array_like, shape (N, C) or (N,)
            The right classes: one-hot rows, or labels from 0 to C - 1.
        """
        scores = floats(x)
        examples, classes = scores.shape
        truth = floats(t) if np.ndim(t) == 2 else one_hot(t, classes)
        self._slope = (softmax(scores) - truth) / examples
        return float(-np.sum(truth * log_softmax(scores)) / examples)

    def backward(self, dout: float = 1) -> Floats:
        """Return the slope along the scores, shape (N, C); `dout` is one number."""
        return dout * self._slope


Layer = Affine | Sigmoid | Relu | Dropout


class Network:
    """A list of layers, run forward and backward as one.

    Formula, with ``z₀ = x``::

        zₖ = layerₖ.forward(zₖ₋₁)              first layer to last
        ∂E/∂zₖ₋₁ = layerₖ.backward(∂E/∂zₖ)     last layer to first

    Parameters
    ----------
    layers : sequence of layers
        In the order of `forward`. The last may be a `SoftmaxWithLoss`.

    References
    ----------
    Deck 001; K. Saito, *Deep Learning from Scratch*, section 5.7.

    Examples
    --------
    The first layer of deck 001.

    >>> affine = Affine([[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]], [0.1, 0.2, 0.3])
    >>> network = Network([affine, Sigmoid(), SoftmaxWithLoss()])
    >>> network.forward([[1.0, 0.5]]).round(8)
    array([[0.57444252, 0.66818777, 0.75026011]])
    >>> round(network.forward([[1.0, 0.5]], [2]), 6)
    1.015222
    >>> network.backward().round(6)
    array([[-0.030111, -0.02723 ]])
    """

    def __init__(self, layers: Sequence[Layer | SoftmaxWithLoss]) -> None:
        self._layers: list[Layer] = []
        self._loss: SoftmaxWithLoss | None = None
        for layer in layers:
            if isinstance(layer, SoftmaxWithLoss):
                self._loss = layer
            else:
                self._layers.append(layer)

    def forward(
        self,
        x: ArrayLike,
        t: ArrayLike | None = None,
        train: bool = True,  # noqa: FBT001, FBT002 - the lecture's name
    ) -> Floats | float:
        """Return the loss when `t` is given, else the output of the last layer before the loss.

        Parameters
        ----------
        x : array_like of float, shape (N, ...)
            One example a row.
        t : array_like, optional
            The right classes, for a network that ends in a `SoftmaxWithLoss`; another has no use
            for them.
        train : bool, default True
            Whether dropout is active.
        """
        z = floats(x)
        for layer in self._layers:
            z = layer.forward(z, train) if isinstance(layer, Dropout) else layer.forward(z)
        if self._loss is None or t is None:
            return z
        return self._loss.forward(z, t)

    def backward(self, dout: ArrayLike | float = 1) -> Floats:
        """Return the slope along `x`, and set the gradients of every `Affine`.

        Parameters
        ----------
        dout : float or array_like
            The slope along what `forward` returned. A network that ends in a `SoftmaxWithLoss`
            goes back from its latest loss, so `dout` is one number.
        """
        slopes = floats(dout)
        if self._loss is not None:
            slopes = self._loss.backward(float(slopes))
        for layer in reversed(self._layers):
            slopes = layer.backward(slopes)
        return slopes


def _rows(x: Floats) -> Floats:
    """Lay out each example in one row: (N, C, H, W) becomes (N, C·H·W)."""
    return x.reshape(len(x), -1)
