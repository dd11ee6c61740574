r"""Logistic regression: one neuron with a sigmoid, trained by gradient descent (deck 000).

From hours of study to the probability of passing: a weighted sum gives a score, the *logit*
``z = Xw + b``, and the sigmoid turns it into a probability ``p = σ(z)``. The binary cross entropy
says how bad the probabilities are, its gradient says how to change ``w`` and ``b``, and many
small steps do the rest.

**Everything is written in terms of z, never of log p.** The lecture's data can be separated
without an error, so the weights grow for ever. Once ``z`` passes 53 ln 2 = 36.737, ``1 + exp(-z)``
is 1 in float64, ``1 - p`` is 0, and the textbook loss multiplies 0 by log 0: NaN. That is the
crash that deck 000 shows after step 78000 and leaves unexplained. The forms used here have no
such edge.

Names: ``X`` inputs (N, D), ``t`` truth, 0 or 1 (N,), ``w`` weights (D,), ``b`` bias, ``z`` logits
(N,), ``p`` probabilities (N,); ``N`` examples, ``D`` features.
"""

import numpy as np
from numpy.typing import ArrayLike

from reference.activations import sigmoid
from reference.arrays import Floats, floats

__all__ = ["bce_with_logits", "elbow", "fit", "logistic_gradient", "predict_proba"]


TIE = 1e-12
"""Depths closer than this count as equal, so that rounding does not choose the elbow."""


def predict_proba(X: ArrayLike, w: ArrayLike, b: float) -> Floats:
    """Return the probability that each example belongs to class 1.

    Formula::

        p = σ(Xw + b)

    Stable form: that of `reference.activations.sigmoid`.

    Parameters
    ----------
    X : array_like of float, shape (N, D)
        One example a row.
    w : array_like of float, shape (D,)
        Weights.
    b : float
        Bias.

    Returns
    -------
    ndarray of float64, shape (N,)
        Probabilities. The boundary, where p is ½, is where Xw + b is 0.

    References
    ----------
    Deck 000, whose single-variable model has the signs of a and b turned round:
    y = 1 / (1 + exp(ax + b)), so its a is -w here, and its b is -b. Its code prints
    ``-a * x + b``, which is neither.
    D. R. Cox, "The regression analysis of binary sequences", J. R. Stat. Soc. B 20 (1958).

    Examples
    --------
    Hours of study and lessons, with the weights of deck 000 after 180000 steps.

    >>> predict_proba([[7.0, 6.0]], [-1.3919, 7.0694], -25.4886).round(4)
    array([0.9992])
    """
    return sigmoid(_logits(X, w, b))


def bce_with_logits(z: ArrayLike, t: ArrayLike) -> float:
    """Mean binary cross entropy, from logits.

    Formula, with p = σ(z)::

        E = -1/N Σ { t log p + (1 - t) log(1 - p) }

    Stable form: since log σ(z) = -log(1 + exp(-z)) and log(1 - σ(z)) = -z - log(1 + exp(-z)),
    each term is log(1 + exp(z)) - tz, and taking the larger exponential out of the logarithm::

        E = 1/N Σ { max(z, 0) - tz + log(1 + exp(-|z|)) }

    ``exp`` meets numbers ≤ 0 only, and ``log1p`` keeps the digits of log(1 + e) for a small e.

    Parameters
    ----------
    z : array_like of float, shape (N,)
        Logits: scores before the sigmoid.
    t : array_like of float or int, shape (N,)
        Truth, 0 or 1.

    Returns
    -------
    float
        E ≥ 0. A wrong example costs about ``|z|``: 800 where its class has probability 4e-348.

    References
    ----------
    Deck 000 (the formula); TensorFlow, ``tf.nn.sigmoid_cross_entropy_with_logits`` (the stable
    form).

    Examples
    --------
    >>> round(bce_with_logits([0.0, 0.0], [0, 1]), 6)
    0.693147
    >>> bce_with_logits([800.0], [0]), bce_with_logits([800.0], [1])
    (800.0, 0.0)
    """
    scores, truth = floats(z), floats(t)
    losses = np.maximum(scores, 0.0) - truth * scores + np.log1p(np.exp(-np.abs(scores)))
    return float(np.mean(losses))


def logistic_gradient(X: ArrayLike, t: ArrayLike, w: ArrayLike, b: float) -> tuple[Floats, float]:
    """Return the gradient of the mean binary cross entropy for the weights and the bias.

    Formula, with p = σ(Xw + b)::

        ∂E/∂w = 1/N Xᵀ(p - t)
        ∂E/∂b = 1/N Σ (p - t)

    Stable form: the formula itself. It is what remains of the chain rule
    ∂E/∂p · ∂p/∂z = (p - t) / (p (1 - p)) · p (1 - p) after p (1 - p) has cancelled; multiplied
    out by a program that does not cancel, it divides by 0 and is NaN as soon as p is rounded to
    0 or 1.

    Parameters
    ----------
    X : array_like of float, shape (N, D)
    t : array_like of float or int, shape (N,)
        Truth, 0 or 1.
    w : array_like of float, shape (D,)
        Where to take the gradient.
    b : float

    Returns
    -------
    dw : ndarray of float64, shape (D,)
    db : float

    References
    ----------
    Deck 000; C. M. Bishop, *Pattern Recognition and Machine Learning*, equation 4.91 (a sum
    there, a mean here).

    Examples
    --------
    >>> dw, db = logistic_gradient([[2.0], [8.0]], [0, 1], [0.0], 0.0)
    >>> dw, db
    (array([-1.5]), 0.0)
    """
    inputs = floats(X)
    error = predict_proba(inputs, w, b) - floats(t)
    return inputs.T @ error / len(error), float(np.mean(error))


def fit(
    X: ArrayLike, t: ArrayLike, w: ArrayLike, b: float, lr: float, steps: int
) -> tuple[Floats, float, Floats]:
    """Train by gradient descent on the whole batch, from a given start.

    Rule, `steps` times, with both gradients taken at the same place::

        w ← w - lr · ∂E/∂w
        b ← b - lr · ∂E/∂b

    Parameters
    ----------
    X : array_like of float, shape (N, D)
    t : array_like of float or int, shape (N,)
        Truth, 0 or 1.
    w : array_like of float, shape (D,)
        The start.
    b : float
        The start.
    lr : float
        The learning rate.
    steps : int
        The number of updates, 0 or more.

    Returns
    -------
    w : ndarray of float64, shape (D,)
        The weights after the last update.
    b : float
        The bias after the last update.
    losses : ndarray of float64, shape (steps,)
        ``losses[i]`` is the loss *before* update i, so ``losses[0]`` is that of the start and the
        loss of the result is not among them.

    Notes
    -----
    The loss is convex, so there is one valley; but where one class can be separated from the
    other, its floor lies at infinity. Then w and b grow like the logarithm of ``lr · steps``.

    References
    ----------
    Deck 000: seven students, learning rates 0.5, 0.4 and 0.1.

    Examples
    --------
    >>> w, b, losses = fit([[2.0], [8.0]], [0, 1], [0.0], 0.0, lr=0.1, steps=2)
    >>> w.round(4), losses.round(4)
    (array([0.1851]), array([0.6931, 0.5588]))
    """
    weights, bias = np.array(w, dtype=np.float64), float(b)
    losses = np.empty(steps)
    for i in range(steps):
        losses[i] = bce_with_logits(_logits(X, weights, bias), t)
        dw, db = logistic_gradient(X, t, weights, bias)
        weights, bias = weights - lr * dw, bias - lr * db
    return weights, bias, losses


def elbow(losses: ArrayLike) -> int:
    """Return where a curve of losses bends: its point farthest below its chord.

    The chord is the straight line from the first loss to the last::

        depth[i] = losses[0] + (losses[-1] - losses[0]) · i / (n - 1) - losses[i]

    The elbow is the first i whose depth is the largest, or is within 1e-12 of the largest. The
    distance at right angles to the chord has the same elbow: it is the depth times a constant.

    Parameters
    ----------
    losses : array_like of float, shape (n,)
        At least two losses.

    Returns
    -------
    int
        An index from 0 to n - 1.

    Notes
    -----
    The chord ends where the curve is cut off, so the elbow moves with the number of steps: for
    the two-variable data of deck 000 it is 294 of 3001 steps and 2743 of 60000.

    References
    ----------
    Deck 000 ("about 3000", read off a picture). V. Satopää, J. Albrecht, D. Irwin, B. Raghavan,
    "Finding a 'kneedle' in a haystack", ICDCS workshops (2011).

    Examples
    --------
    >>> elbow([8.0, 4.0, 1.0, 0.5, 0.0])
    2
    """
    curve = floats(losses)
    chord = np.linspace(curve[0], curve[-1], len(curve))
    depth = chord - curve
    return int(np.flatnonzero(depth >= depth.max() - TIE)[0])


def _logits(X: ArrayLike, w: ArrayLike, b: float) -> Floats:
    """Return the scores z = Xw + b, one a row."""
    z: Floats = floats(X) @ floats(w) + b
    return z
