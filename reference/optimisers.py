"""Optimisers: what to do with a gradient, and with how many rows to compute it (deck 003).

Backpropagation says in which direction the loss grows. How far to go against it is another
question, and the five answers here differ in what they remember of earlier gradients. With ``p`` a
parameter, ``g`` its gradient, everything that is remembered 0 at the start, and every operation
entry by entry:

========  =============================================  =======================================
name      remembers                                      step: p ← p - …
========  =============================================  =======================================
SGD       nothing                                        lr · g
Momentum  v ← momentum · v + lr · g                      v
AdaGrad   h ← h + g²                                     lr · g / (√h + eps)
RMSprop   h ← rho · h + (1 - rho) · g²                   lr · g / (√h + eps)
Adam      m ← beta1 · m + (1 - beta1) · g                lr · √(1 - beta2ᵗ) / (1 - beta1ᵗ)
          v ← beta2 · v + (1 - beta2) · g²               · m / (√v + eps)
          t ← t + 1
========  =============================================  =======================================

A gradient that is 1 for ever makes the memories visible; with lr = 0.1 the steps are

========  ===============================  =======================  =============================
name      step t                           t = 1, 2, 3, 4, 5        why
========  ===============================  =======================  =============================
SGD       lr                               .1 .1 .1 .1 .1
Momentum  lr (1 - .9ᵗ) / (1 - .9)          .1 .19 .271 .344 .410    tends to lr / (1 - momentum)
AdaGrad   lr / √t                          .1 .071 .058 .05 .045    h only grows
RMSprop   lr / √(1 - .9ᵗ)                  .316 .229 .192 .171 .156 h starts at 0 and is too small
Adam      lr                               .1 .1 .1 .1 .1           the factor of t corrects that
========  ===============================  =======================  =============================

`update` changes the arrays of `params` themselves, in float64, so that whoever holds them sees the
step. It does not change the gradients. One optimiser belongs to one set of parameters: it
remembers by key, and `lr` may be changed between two calls.

`minibatches` answers the other question of the deck: all rows for each step (batch gradient
descent), one row (stochastic) or some (mini-batch).
"""

from collections.abc import Mapping
from typing import Protocol

import numpy as np
from numpy.typing import ArrayLike

from reference.arrays import Floats, Integers, floats_of

__all__ = ["SGD", "AdaGrad", "Adam", "Momentum", "Optimiser", "RMSprop", "minibatches"]

Parameters = dict[str, Floats]
Gradients = Mapping[str, ArrayLike]


class Optimiser(Protocol):
    """What all five have in common."""

    lr: float

    def update(self, params: Parameters, grads: Gradients) -> None:
        """Take one step with every parameter, in place.

        Parameters
        ----------
        params : dict of ndarray of float64
            The parameters; the arrays are changed.
        grads : mapping
            For every key of `params` its gradient, of the same shape.
        """
        ...


class SGD:
    """Gradient descent with a fixed learning rate.

    Formula::

        p ← p - lr · g

    Called stochastic when the gradient comes from a few rows, as it does with `minibatches`.

    Parameters
    ----------
    lr : float
        The learning rate.

    References
    ----------
    H. Robbins, S. Monro, "A stochastic approximation method", Annals of Mathematical Statistics 22
    (1951); decks 000 and 003; K. Saito, *Deep Learning from Scratch*, section 6.1.2.

    Examples
    --------
    >>> params = {"W": np.array([1.0, 2.0])}
    >>> SGD(lr=0.5).update(params, {"W": [1.0, -1.0]})
    >>> params
    {'W': array([0.5, 2.5])}
    """

    def __init__(self, lr: float) -> None:
        self.lr = lr

    def update(self, params: Parameters, grads: Gradients) -> None:
        """Take one step with every parameter, in place; see `Optimiser.update`."""
        for key, g in floats_of(grads).items():
            params[key] -= self.lr * g


class Momentum:
    """Gradient descent with a velocity: a ball that rolls and is slowed down.

    Formula, with v = 0 at the start::

        v ← momentum · v + lr · g
        p ← p - v

    so that, written out, step t is a sum over all gradients so far::

        v_t = Σ_k momentum^(t-k) · lr_k · g_k

    The learning rate is inside the velocity: changing `lr` changes what is added from then on, and
    not what has been gathered. (Where the velocity is momentum · v + g and the step lr · v, the
    two agree as long as `lr` stays the same.)

    Parameters
    ----------
    lr : float
        The learning rate.
    momentum : float, default 0.9
        The share of the velocity that is left after a step, from 0 to below 1.

    References
    ----------
    B. Polyak, "Some methods of speeding up the convergence of iteration methods", USSR
    Computational Mathematics and Mathematical Physics 4 (1964); K. Saito, section 6.1.4, where v
    has the other sign.

    Examples
    --------
    >>> params, optimiser = {"w": np.array([1.0])}, Momentum(lr=0.1)
    >>> for _ in range(3):
    ...     optimiser.update(params, {"w": [1.0]})
    ...     print(params["w"].round(6))
    [0.9]
    [0.71]
    [0.439]
    """

    def __init__(self, lr: float, momentum: float = 0.9) -> None:
        self.lr = lr
        self.momentum = momentum
        self._velocity: Parameters = {}

    def update(self, params: Parameters, grads: Gradients) -> None:
        """Take one step with every parameter, in place; see `Optimiser.update`."""
        for key, g in floats_of(grads).items():
            v = self.momentum * _recall(self._velocity, key, g) + self.lr * g
            self._velocity[key] = v
            params[key] -= v


class AdaGrad:
    """Gradient descent with a learning rate for each entry, which falls where the way was steep.

    Formula, with h = 0 at the start::

        h ← h + g²
        p ← p - lr · g / (√h + eps)

    Parameters
    ----------
    lr : float
        The learning rate.
    eps : float, default 1e-7
        Added to the root, so that an entry whose gradient has always been 0 stays where it is
        instead of becoming 0 / 0.

    References
    ----------
    J. Duchi, E. Hazan, Y. Singer, "Adaptive subgradient methods for online learning and stochastic
    optimization", Journal of Machine Learning Research 12 (2011); K. Saito, section 6.1.5. Keras
    starts h at 0.1 and adds its epsilon under the root.

    Examples
    --------
    >>> params = {"w": np.array([1.0, 1.0])}
    >>> AdaGrad(lr=0.1).update(params, {"w": [4.0, 0.0]})
    >>> params["w"].round(6)
    array([0.9, 1. ])
    """

    def __init__(self, lr: float, eps: float = 1e-7) -> None:
        self.lr = lr
        self.eps = eps
        self._squares: Parameters = {}

    def update(self, params: Parameters, grads: Gradients) -> None:
        """Take one step with every parameter, in place; see `Optimiser.update`."""
        for key, g in floats_of(grads).items():
            h = _recall(self._squares, key, g) + g**2
            self._squares[key] = h
            params[key] -= self.lr * g / (np.sqrt(h) + self.eps)


class RMSprop:
    """AdaGrad that forgets: the root of a moving mean of squares instead of the sum of all.

    Formula, with h = 0 at the start::

        h ← rho · h + (1 - rho) · g²
        p ← p - lr · g / (√h + eps)

    Parameters
    ----------
    lr : float
        The learning rate.
    rho : float, default 0.9
        The share of the old mean in the new one, from 0 to below 1.
    eps : float, default 1e-7
        Added to the root, as in `AdaGrad`.

    References
    ----------
    T. Tieleman, G. Hinton, "Lecture 6.5 - rmsprop", *Neural Networks for Machine Learning* (2012);
    K. Saito, section 6.1.5. Keras adds its epsilon under the root.

    Examples
    --------
    >>> params = {"w": np.array([1.0, -1.0])}
    >>> RMSprop(lr=0.1).update(params, {"w": [4.0, -0.01]})
    >>> params["w"].round(5)
    array([ 0.68377, -0.68378])
    """

    def __init__(self, lr: float, rho: float = 0.9, eps: float = 1e-7) -> None:
        self.lr = lr
        self.rho = rho
        self.eps = eps
        self._mean_squares: Parameters = {}

    def update(self, params: Parameters, grads: Gradients) -> None:
        """Take one step with every parameter, in place; see `Optimiser.update`."""
        for key, g in floats_of(grads).items():
            h = self.rho * _recall(self._mean_squares, key, g) + (1 - self.rho) * g**2
            self._mean_squares[key] = h
            params[key] -= self.lr * g / (np.sqrt(h) + self.eps)


class Adam:
    """Momentum over the root of mean squares, both corrected for their start at 0.

    Formula, with m = v = 0 and t = 0 at the start::

        t ← t + 1                                   once for each call of `update`
        m ← beta1 · m + (1 - beta1) · g
        v ← beta2 · v + (1 - beta2) · g²
        p ← p - lr · √(1 - beta2ᵗ) / (1 - beta1ᵗ) · m / (√v + eps)

    Because m and v start at 0, they are too small by the factors 1 - beta1ᵗ and 1 - beta2ᵗ; the
    factor of `lr` divides m by the first and √v by the root of the second.

    Parameters
    ----------
    lr : float, default 0.001
        The learning rate: about the size of a step, whatever the size of the gradients.
    beta1, beta2 : float, default 0.9 and 0.999
        The shares of the old means in the new ones, from 0 to below 1.
    eps : float, default 1e-7
        Added to √v, before the correction. (Algorithm 1 of the paper adds it to the corrected
        root, where it counts √(1 - beta2ᵗ) times as much: 0.03 times in the first step.)

    References
    ----------
    D. Kingma, J. Ba, "Adam: a method for stochastic optimization", ICLR 2015, the form at the end
    of section 2; K. Saito, section 6.1.6; Keras and scikit-learn compute the same.

    Examples
    --------
    >>> params = {"w": np.array([1.0, -1.0])}
    >>> Adam(lr=0.1).update(params, {"w": [4.0, -0.01]})
    >>> params["w"].round(4)
    array([ 0.9, -0.9])
    """

    def __init__(
        self, lr: float = 0.001, beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-7
    ) -> None:
        self.lr = lr
        self.beta1 = beta1
        self.beta2 = beta2
        self.eps = eps
        self._t = 0
        self._means: Parameters = {}
        self._mean_squares: Parameters = {}

    def update(self, params: Parameters, grads: Gradients) -> None:
        """Take one step with every parameter, in place; see `Optimiser.update`."""
        self._t += 1
        rate = self.lr * np.sqrt(1 - self.beta2**self._t) / (1 - self.beta1**self._t)
        for key, g in floats_of(grads).items():
            m = self.beta1 * _recall(self._means, key, g) + (1 - self.beta1) * g
            v = self.beta2 * _recall(self._mean_squares, key, g) + (1 - self.beta2) * g**2
            self._means[key] = m
            self._mean_squares[key] = v
            params[key] -= rate * m / (np.sqrt(v) + self.eps)


def minibatches(n: int, batch_size: int, rng: np.random.Generator) -> list[Integers]:
    """Deal out the rows 0 … n - 1 in random order, for one epoch.

    Formula, for i = 0, 1, …, ⌈n / batch_size⌉ - 1::

        batch i = permutation[i · batch_size : (i + 1) · batch_size]

    Parameters
    ----------
    n : int
        The number of rows, 1 or more.
    batch_size : int
        The number of rows of a batch, 1 or more. From `n` on there is one batch.
    rng : Generator
        Where the permutation comes from.

    Returns
    -------
    list of ndarray of int64
        Every row is in exactly one batch. The last batch is smaller where `batch_size` does not
        divide `n`.

    References
    ----------
    Deck 003 (2000 rows, 200 a batch: 10 iterations); I. Goodfellow, Y. Bengio,
    A. Courville, *Deep Learning* (2016), section 8.1.3.

    Examples
    --------
    >>> [len(batch) for batch in minibatches(10, 4, np.random.default_rng(0))]
    [4, 4, 2]
    """
    order = rng.permutation(n).astype(np.int64)
    return [order[start : start + batch_size] for start in range(0, n, batch_size)]


def _recall(memory: Parameters, key: str, g: Floats) -> Floats:
    """Return what is remembered under `key`: zeros of the shape of `g` before the first step."""
    return memory.get(key, np.zeros_like(g))
