"""A network that reads digits, and the loop that trains it (deck 001).

Training by *stochastic gradient descent* repeats three lines::

    draw B of the n examples at random                       a mini-batch
    g = gradient of the mean loss of these B examples
    p ← p - lr · g                                           for every parameter p

The gradient of a mini-batch is that of all examples plus noise: its expectation is right, and it
costs B / n of the work. n / B steps see as many rows as there are and are called an **epoch**;
60,000 rows in batches of 100 make 600 steps.

The network is the one of `reference.networks`, with one hidden sigmoid layer and a softmax::

    z1 = σ(x @ W1 + b1)
    y  = softmax(z1 @ W2 + b2)

Its weights start small and random. If all were equal, all hidden units would stay equal for ever;
if they were large, the sigmoids would start where they are flat.

Names: ``N`` examples in a batch, ``n`` in all, ``D`` inputs, ``H`` hidden units, ``C`` classes.
"""

import numpy as np
from numpy.typing import ArrayLike

from reference.arrays import Floats
from reference.losses import cross_entropy
from reference.networks import two_layer_gradient, two_layer_predict, update

__all__ = ["TwoLayerNet", "train"]


class TwoLayerNet:
    """A network with one hidden layer, for classes.

    Formula of the first parameters, with the weights of W1 drawn before those of W2::

        W1, W2 ~ weight_init_std · Normal(0, 1)        b1 = b2 = 0

    Parameters
    ----------
    input_size, hidden_size, output_size : int
        D, H and C.
    weight_init_std : float, default 0.01
        The standard deviation of the first weights.
    rng : numpy.random.Generator, optional
        Where they are drawn from; without it a generator with a seed of its own.

    Attributes
    ----------
    params : dict of ndarray of float64
        ``W1`` (D, H), ``b1`` (H,), ``W2`` (H, C), ``b2`` (C,). Every method uses what is in it
        when it is called.

    References
    ----------
    Deck 001, whose class has neither a hidden size nor the factor 0.01; K. Saito, *Deep
    Learning from Scratch*, section 4.5.1.

    Examples
    --------
    784 · 50 + 50 + 50 · 10 + 10 numbers for the digits of MNIST:

    >>> net = TwoLayerNet(784, 50, 10)
    >>> sum(value.size for value in net.params.values())
    39760
    """

    def __init__(
        self,
        input_size: int,
        hidden_size: int,
        output_size: int,
        weight_init_std: float = 0.01,
        rng: np.random.Generator | None = None,
    ) -> None:
        generator = np.random.default_rng() if rng is None else rng
        W1 = weight_init_std * generator.standard_normal((input_size, hidden_size))
        W2 = weight_init_std * generator.standard_normal((hidden_size, output_size))
        self.params: dict[str, Floats] = {
            "W1": W1,
            "b1": np.zeros(hidden_size),
            "W2": W2,
            "b2": np.zeros(output_size),
        }

    def predict(self, x: ArrayLike) -> Floats:
        """Probabilities of the classes, as in `reference.networks.two_layer_predict`.

        Parameters
        ----------
        x : array_like of float, shape (N, D)
            One example a row.

        Returns
        -------
        ndarray of float64, shape (N, C)
            Each row sums to 1.
        """
        return two_layer_predict(self.params, x)

    def loss(self, x: ArrayLike, t: ArrayLike) -> float:
        """Mean cross entropy of the predictions, as in `reference.losses.cross_entropy`.

        Formula::

            E = -1/N Σₙ Σₖ t[n, k] · log(y[n, k] + 1e-7)

        A network that has not learnt anything finds all C classes equally likely, and E is about
        log C: 2.302585 for ten digits.

        Parameters
        ----------
        x : array_like of float, shape (N, D)
            One example a row.
        t : array_like, shape (N, C)
            The right classes, one-hot.

        Returns
        -------
        float
            E.
        """
        return cross_entropy(self.predict(x), t)

    def accuracy(self, x: ArrayLike, t: ArrayLike) -> float:
        """Share of the examples whose most likely class is the right one.

        Formula::

            1/N Σₙ [arg maxₖ y[n, k] = label n]

        Parameters
        ----------
        x : array_like of float, shape (N, D)
            One example a row.
        t : array_like
            The right classes: one-hot (N, C), or labels (N,).

        Returns
        -------
        float
            A multiple of 1/N from 0 to 1.
        """
        truth = np.asarray(t)
        labels = np.argmax(truth, axis=1) if truth.ndim == 2 else truth
        return float(np.mean(np.argmax(self.predict(x), axis=1) == labels))

    def gradient(self, x: ArrayLike, t: ArrayLike) -> dict[str, Floats]:
        """Gradient of the mean cross entropy, as in `reference.networks.two_layer_gradient`.

        The 1e-7 of `loss` is not in it: with it the δ2 of an example would be multiplied by
        p / (p + 1e-7), p the probability of its right class, and an example whose p is 1e-9 would
        hardly be learnt.

        Parameters
        ----------
        x : array_like of float, shape (N, D)
            One example a row.
        t : array_like, shape (N, C)
            The right classes, one-hot.

        Returns
        -------
        dict of ndarray of float64
            Under the keys and in the shapes of `params`.
        """
        return two_layer_gradient(self.params, x, t)


def train(
    net: TwoLayerNet,
    x: ArrayLike,
    t: ArrayLike,
    iterations: int,
    batch_size: int,
    lr: float,
    rng: np.random.Generator,
) -> Floats:
    """Train a network by stochastic gradient descent.

    Formula, `iterations` times::

        rows = rng.choice(n, batch_size)             with replacement
        p ← p - lr · ∂E/∂p                           E: the loss of these rows

    Parameters
    ----------
    net : TwoLayerNet
        Its parameters change.
    x : array_like of float, shape (n, D)
        All examples, one a row.
    t : array_like, shape (n, C)
        Their classes, one-hot.
    iterations : int
        The number of steps.
    batch_size : int
        The number of rows drawn for each step.
    lr : float
        The learning rate.
    rng : numpy.random.Generator
        Draws the rows.

    Returns
    -------
    ndarray of float64, shape (iterations,)
        The loss of each batch, before the step that it causes.

    Notes
    -----
    The same row may be drawn twice, within a batch and from batch to batch; after n / batch_size
    steps about 1/e of the rows have not been drawn yet.

    References
    ----------
    Deck 001; H. Robbins, S. Monro, "A stochastic approximation method", Annals of
    Mathematical Statistics 22 (1951).

    Examples
    --------
    A network that learns which of two numbers it sees.

    >>> rng = np.random.default_rng(0)
    >>> net = TwoLayerNet(1, 3, 2, weight_init_std=1.0, rng=rng)
    >>> x, t = [[0.0], [1.0]], [[1, 0], [0, 1]]
    >>> losses = train(net, x, t, iterations=200, batch_size=2, lr=1.0, rng=rng)
    >>> losses[[0, -1]].round(2), net.accuracy(x, t)
    (array([1.3 , 0.01]), 1.0)
    """
    inputs, truth = np.asarray(x), np.asarray(t)
    losses = np.empty(iterations)
    for step in range(iterations):
        rows = rng.choice(len(inputs), batch_size)
        losses[step] = net.loss(inputs[rows], truth[rows])
        net.params = update(net.params, net.gradient(inputs[rows], truth[rows]), lr)
    return losses
