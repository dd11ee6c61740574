"""Two small networks, their gradients by backpropagation, and the proof of it (deck 004).

A network is a chain of simple steps, so its slope is a product of simple slopes: the chain rule.
*Forward* goes from the input to the output and keeps what it finds on the way; *backward* goes
from the loss to the input and multiplies slope by slope. What it carries from layer to layer is
one number for each weighted sum, the **delta**::

    δ = ∂E/∂a        how much the loss E changes when the weighted sum a changes

Once δ of a layer is known, everything about that layer is known, and the δ of the layer below::

    a = z @ W + b    ⟹    ∂E/∂W = zᵀ @ δ,    ∂E/∂b = Σₙ δₙ,    ∂E/∂z = δ @ Wᵀ

Two networks are here. Both have one hidden sigmoid layer; they differ in their outputs.

====================  =============================  =================================
network               output and loss                δ of the output
====================  =============================  =================================
2-2-2, one example    sigmoid, ½ Σ (t - y)²          (y - t) · y (1 - y)
D-H-C, N examples     softmax, mean cross entropy    (y - t) / N
====================  =============================  =================================

In the second the slope of the softmax cancels against the slope of the logarithm, which is why
the two are always used together.

Names: ``x`` input, ``a`` weighted sum, ``z`` output of the hidden layer, ``y`` output of the
network, ``t`` truth; ``N`` examples, ``D`` inputs, ``H`` hidden units, ``C`` outputs. Parameters
and gradients are dicts with the keys ``W1`` (D, H), ``b1`` (H,), ``W2`` (H, C) and ``b2`` (C,).

No function here changes its arguments. Everything is computed in float64, also from integers.
"""

from collections.abc import Mapping

import numpy as np
from numpy.typing import ArrayLike

from reference.activations import log_softmax, sigmoid, softmax
from reference.arrays import Floats, floats, floats_of

__all__ = [
    "backward",
    "forward",
    "relative_error",
    "two_layer_gradient",
    "two_layer_loss",
    "two_layer_predict",
    "update",
]

Parameters = Mapping[str, ArrayLike]


def forward(params: Parameters, x: ArrayLike) -> tuple[Floats, Floats]:
    """Send one example through a network with two sigmoid layers.

    Formula::

        hidden = σ(x @ W1 + b1)
        output = σ(hidden @ W2 + b2)

    Parameters
    ----------
    params : mapping
        ``W1`` (D, H), ``b1`` (H,), ``W2`` (H, C), ``b2`` (C,); in deck 004 D = H = C = 2.
    x : array_like of float, shape (D,)
        One example.

    Returns
    -------
    hidden : ndarray of float64, shape (H,)
        The outputs of the hidden units, yh1, yh2, … in the deck.
    output : ndarray of float64, shape (C,)
        The outputs of the network, yo1, yo2, … in the deck.

    Notes
    -----
    The deck numbers its weights by where they start and which unit of the next layer they reach:
    ``W1 = [[w11, w12], [w21, w22]]`` and ``W2 = [[w31, w32], [w41, w42]]``. So its weighted sum 3
    is ``w31 yh1 + w41 yh2`` plus the bias.

    References
    ----------
    Deck 004, which fixes every bias at 1.

    Examples
    --------
    >>> params = {
    ...     "W1": [[0.2, -0.4], [0.7, 0.3]],
    ...     "b1": [1, 1],
    ...     "W2": [[0.6, -0.1], [-0.5, 0.8]],
    ...     "b2": [1, 1],
    ... }
    >>> hidden, output = forward(params, [0.5, -1])
    >>> print(hidden.round(6), output.round(6))
    [0.598688 0.622459] [0.740387 0.80816 ]
    """
    hidden, scores = _scores(params, x)
    return hidden, sigmoid(scores)


def backward(params: Parameters, x: ArrayLike, t: ArrayLike) -> dict[str, Floats]:
    """Gradient of half the squared error of `forward`, for one example.

    The loss is ``E = ½ Σ (t - output)²``. Formula::

        δ2 = (output - t) · output (1 - output)          (C,)
        δ1 = (W2 @ δ2) · hidden (1 - hidden)             (H,)

        ∂E/∂W2[j, k] = hidden[j] · δ2[k]     ∂E/∂b2 = δ2
        ∂E/∂W1[i, j] = x[i] · δ1[j]          ∂E/∂b1 = δ1

    Parameters
    ----------
    params : mapping
        As in `forward`.
    x : array_like of float, shape (D,)
        One example.
    t : array_like of float, shape (C,)
        The truth for it.

    Returns
    -------
    dict of ndarray of float64
        The keys and shapes of `params`: how fast E grows with each parameter.

    Notes
    -----
    Every hidden unit reaches every output, so δ1 has a sum over the outputs: in the deck
    ``(∂E1/∂yh1 + ∂E2/∂yh1) · yh1 (1 - yh1) · x1`` for w11.

    References
    ----------
    Deck 004, whose first line of ∂E/∂yo1 reads yo1 - yo1 for yo1 - yt1. D. Rumelhart,
    G. Hinton, R. Williams, "Learning representations by back-propagating errors", Nature 323
    (1986).

    Examples
    --------
    >>> params = {
    ...     "W1": [[0.2, -0.4], [0.7, 0.3]],
    ...     "b1": [1, 1],
    ...     "W2": [[0.6, -0.1], [-0.5, 0.8]],
    ...     "b2": [1, 1],
    ... }
    >>> grads = backward(params, [0.5, -1], [0, 1])
    >>> grads["W1"].round(6)
    array([[ 0.010615, -0.011157],
           [-0.02123 ,  0.022314]])
    >>> grads["W2"].round(6)
    array([[ 0.085201, -0.017806],
           [ 0.088584, -0.018513]])
    """
    p = floats_of(params)
    hidden, output = forward(p, x)
    delta2 = (output - floats(t)) * output * (1.0 - output)
    delta1 = (p["W2"] @ delta2) * hidden * (1.0 - hidden)
    # One example is a batch with one row.
    return _gradients(_row(x), _row(delta1), _row(hidden), _row(delta2))


def update(params: Parameters, grads: Parameters, lr: float) -> dict[str, Floats]:
    """Take one step of gradient descent with every parameter.

    Formula, for every key::

        p ← p - lr · ∂E/∂p

    Parameters
    ----------
    params, grads : mapping
        Parameters and their gradients, with the same keys and shapes.
    lr : float
        The learning rate.

    Returns
    -------
    dict of ndarray of float64
        New arrays; `params` stays as it was.

    References
    ----------
    Decks 000 and 004, which leave the learning rate out, so that it is 1.

    Examples
    --------
    >>> update({"b2": [1, 1]}, {"b2": [0.5, -2]}, lr=0.1)
    {'b2': array([0.95, 1.2 ])}
    """
    return {key: floats(params[key]) - lr * floats(grads[key]) for key in params}


def two_layer_predict(params: Parameters, x: ArrayLike) -> Floats:
    """Probabilities of the classes, for a batch of examples.

    Formula::

        z = σ(x @ W1 + b1)
        y = softmax(z @ W2 + b2)

    Parameters
    ----------
    params : mapping
        ``W1`` (D, H), ``b1`` (H,), ``W2`` (H, C), ``b2`` (C,).
    x : array_like of float, shape (N, D)
        One example a row.

    Returns
    -------
    ndarray of float64, shape (N, C)
        Each row sums to 1.

    References
    ----------
    Deck 001; K. Saito, *Deep Learning from Scratch*, section 4.5.

    Examples
    --------
    The hidden unit is 1/2, so the scores are those of deck 004: 3, 1.5 and 0.3.

    >>> params = {"W1": [[0.0]], "b1": [0.0], "W2": [[2.0, 1.0, 0.6]], "b2": [2.0, 1.0, 0.0]}
    >>> two_layer_predict(params, [[1.0]]).round(6)
    array([[0.774992, 0.172924, 0.052084]])
    """
    return softmax(_scores(params, x)[1])


def two_layer_loss(params: Parameters, x: ArrayLike, t: ArrayLike) -> float:
    """Mean cross entropy of `two_layer_predict`.

    Formula, with a = z @ W2 + b2 the scores of the C classes::

        E = -1/N Σₙ Σₖ t[n, k] · log softmax(a)[n, k]

    Stable form: that of `reference.activations.log_softmax`, in which a probability too small for a
    float costs what it should. So the 1e-7 of `reference.losses.cross_entropy` is not needed, and
    not in here: it would change the gradient.

    Parameters
    ----------
    params : mapping
        As in `two_layer_predict`.
    x : array_like of float, shape (N, D)
        One example a row.
    t : array_like, shape (N, C)
        The right classes, one-hot.

    Returns
    -------
    float
        E, never negative.

    References
    ----------
    Deck 001; I. Goodfellow, Y. Bengio, A. Courville, *Deep Learning* (2016),
    section 6.2.2.3.

    Examples
    --------
    The hidden unit is 1/2, so the scores are those of deck 004; the first class is right.

    >>> params = {"W1": [[0.0]], "b1": [0.0], "W2": [[2.0, 1.0, 0.6]], "b2": [2.0, 1.0, 0.0]}
    >>> round(two_layer_loss(params, [[1.0]], [[1, 0, 0]]), 6)
    0.254902
    """
    _, scores = _scores(params, x)
    return float(-np.sum(floats(t) * log_softmax(scores)) / len(scores))


def two_layer_gradient(params: Parameters, x: ArrayLike, t: ArrayLike) -> dict[str, Floats]:
    """Gradient of `two_layer_loss`, by backpropagation.

    Formula::

        δ2 = (y - t) / N                          (N, C)
        δ1 = (δ2 @ W2ᵀ) · z (1 - z)               (N, H)

        ∂E/∂W2 = zᵀ @ δ2     ∂E/∂b2 = Σₙ δ2[n]
        ∂E/∂W1 = xᵀ @ δ1     ∂E/∂b1 = Σₙ δ1[n]

    Parameters
    ----------
    params : mapping
        As in `two_layer_predict`.
    x : array_like of float, shape (N, D)
        One example a row.
    t : array_like, shape (N, C)
        The right classes, one-hot.

    Returns
    -------
    dict of ndarray of float64
        ``W1`` (D, H), ``b1`` (H,), ``W2`` (H, C), ``b2`` (C,).

    Notes
    -----
    The division by N is in δ2 and nowhere else; everything after it is linear in δ2. A batch
    written down twice therefore has the same gradient.

    References
    ----------
    Deck 001; K. Saito, *Deep Learning from Scratch*, section 5.7 and appendix A;
    I. Goodfellow, Y. Bengio, A. Courville, *Deep Learning* (2016), section 6.5.

    Examples
    --------
    The first layer of deck 001, x = (1, 0.5), with its second as output.

    >>> params = {
    ...     "W1": [[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]],
    ...     "b1": [0.1, 0.2, 0.3],
    ...     "W2": [[0.1, 0.4], [0.2, 0.5], [0.3, 0.6]],
    ...     "b2": [0.1, 0.2],
    ... }
    >>> grads = two_layer_gradient(params, [[1, 0.5]], [[0, 1]])
    >>> print(grads["b2"].round(6), grads["b1"].round(6))
    [ 0.332285 -0.332285] [-0.024369 -0.022102 -0.018678]
    """
    p = floats_of(params)
    z, scores = _scores(p, x)
    delta2 = (softmax(scores) - floats(t)) / len(scores)
    delta1 = (delta2 @ p["W2"].T) * z * (1.0 - z)
    return _gradients(floats(x), delta1, z, delta2)


def relative_error(a: ArrayLike, n: ArrayLike) -> float:
    """How far two gradients are apart, as a share of their size.

    Formula, with ‖·‖ the root of the sum of all squared entries::

        ‖a - n‖ / (‖a‖ + ‖n‖)        and 0 when both are 0

    Stable form: divide `a` and `n` by their largest entry first, so that no square is too small
    or too large for a float. The quotient does not change.

    Parameters
    ----------
    a, n : array_like of float, any shape, both the same
        Such as an analytic and a numerical gradient.

    Returns
    -------
    float
        Between 0 (equal) and 1 (opposite directions, or one of the two is 0).

    Notes
    -----
    ``n = c a`` with c > 0 gives ``|c - 1| / (c + 1)``: a forgotten factor of 2 is 1/3, a
    forgotten N is (N - 1)/(N + 1), a wrong sign is 1. Right code against a central difference
    gives 1e-7 to 1e-11.

    References
    ----------
    A. Ng, "Gradient checking", *Improving Deep Neural Networks* (2017); CS231n notes, "Gradient
    checks".

    Examples
    --------
    >>> relative_error([3, 4], [6, 8])
    0.3333333333333333
    """
    pair = np.stack([floats(a), floats(n)])
    largest = np.max(np.abs(pair), initial=0.0)
    if largest == 0.0:
        return 0.0
    first, second = pair / largest
    return _norm(first - second) / (_norm(first) + _norm(second))


def _row(x: ArrayLike) -> Floats:
    return floats(x)[np.newaxis, :]


def _norm(x: Floats) -> float:
    return float(np.sqrt(np.sum(x**2)))


def _scores(params: Parameters, x: ArrayLike) -> tuple[Floats, Floats]:
    """Return what the networks share: the hidden units, and the weighted sums of the output."""
    p = floats_of(params)
    z = sigmoid(floats(x) @ p["W1"] + p["b1"])
    return z, z @ p["W2"] + p["b2"]


def _gradients(x: Floats, delta1: Floats, z: Floats, delta2: Floats) -> dict[str, Floats]:
    """Return the gradients of both layers, from what enters each of them and its δ."""
    return {
        "W1": x.T @ delta1,
        "b1": np.sum(delta1, axis=0),
        "W2": z.T @ delta2,
        "b2": np.sum(delta2, axis=0),
    }
