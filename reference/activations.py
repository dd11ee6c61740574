r"""Activation functions, and the forward pass that uses them.

A layer of a neural network computes a weighted sum, ``a = z @ W + b``, and sends every entry of
it through an *activation function* ``h``. Without ``h`` a stack of layers would be one linear
map; with it, the network can bend. This module holds the activations of the lecture.

Two rules hold throughout:

* **Element by element.** ``h(x)`` has the shape of `x`, whatever that shape is: one number, a
  vector, a batch of rows, or nothing at all. Only `softmax` looks at a whole row, because its
  outputs share one sum.
* **Stable for large numbers.** ``exp(x)`` overflows float64 at ``x > 709.78``. Each formula is
  therefore written so that ``exp`` only ever meets numbers ``<= 0``, where it can at worst vanish.

=================  ===================================  ==============  =======================
function           formula                              range           slope
=================  ===================================  ==============  =======================
`step`             1 if x > 0, else 0                   {0, 1}          0 (undefined at 0)
`sigmoid` (σ)      1 / (1 + exp(-x))                    (0, 1)          σ(x) (1 - σ(x)) <= 1/4
`tanh`             (exp(x) - exp(-x)) /                 (-1, 1)         1 - tanh(x)² <= 1
                   (exp(x) + exp(-x))
`relu`             max(0, x)                            [0, ∞)          1 if x > 0, else 0
`leaky_relu`       x if x > 0, else αx                  (-∞, ∞)         1 if x > 0, else α
`softmax`          exp(x_i) / Σ_j exp(x_j)              (0, 1), sum 1   (belongs to its loss)
=================  ===================================  ==============  =======================

Names: ``x`` input, ``a`` weighted sum, ``z`` output of a layer, ``W`` weights, ``b`` biases;
``N`` rows in a batch, ``D`` inputs of a layer, ``H`` hidden units, ``C`` outputs.
"""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import ArrayLike

from reference.arrays import Floats, Integers, floats

__all__ = [
    "Activation",
    "forward",
    "leaky_relu",
    "log_softmax",
    "relu",
    "relu_grad",
    "sigmoid",
    "sigmoid_grad",
    "softmax",
    "step",
    "tanh",
    "tanh_grad",
]

Activation = Callable[[Floats], Floats]


def step(x: ArrayLike) -> Integers:
    """Fire or stay silent: 1 where ``x > 0``, else 0.

    The activation of the perceptron. It is 0 *at* 0. Its slope is 0 wherever it has one, which is
    why networks that learn by gradient descent use `sigmoid` and its relatives instead.

    Parameters
    ----------
    x : array_like of float, any shape

    Returns
    -------
    ndarray of int64, shape of `x`

    References
    ----------
    Decks 001 and 003. F. Rosenblatt, "The perceptron: a probabilistic model for
    information storage and organization in the brain", Psychological Review 65 (1958).

    Examples
    --------
    >>> step([-2.0, 0.0, 3.0])
    array([0, 0, 1])
    """
    return (floats(x) > 0).astype(np.int64)


def sigmoid(x: ArrayLike) -> Floats:
    """Squash every number into (0, 1): the logistic function σ.

    Formula::

        σ(x) = 1 / (1 + exp(-x))

    Stable form: with ``e = exp(-|x|)``, which lies between 0 and 1 and cannot overflow::

        σ(x) = 1 / (1 + e)   for x >= 0
        σ(x) = e / (1 + e)   for x < 0

    The second line is the formula with numerator and denominator multiplied by ``exp(x)``.

    Parameters
    ----------
    x : array_like of float, any shape

    Returns
    -------
    ndarray of float64, shape of `x`

    Notes
    -----
    ``σ(-x) = 1 - σ(x)``: the curve is symmetric about the point (0, 1/2). It rises everywhere.

    References
    ----------
    Decks 000, 001 and 003. I. Goodfellow, Y. Bengio, A. Courville, *Deep Learning*
    (2016), section 3.10.

    Examples
    --------
    >>> sigmoid([-1000.0, 0.0, 1000.0])
    array([0. , 0.5, 1. ])
    """
    x = floats(x)
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1.0, e) / (1.0 + e)


def sigmoid_grad(x: ArrayLike) -> Floats:
    """Return the slope of the sigmoid *at* `x`, the input of the sigmoid.

    Formula::

        dσ/dx = σ(x) (1 - σ(x))

    Stable form::

        dσ/dx = σ(x) σ(-x)

    The two are equal because ``1 - σ(x) = σ(-x)``. For x > 0 the subtraction would lose every
    digit of a slope below 1e-16; the product loses none.

    Parameters
    ----------
    x : array_like of float, any shape
        Where to take the slope. Not ``σ(x)``: a caller who has ``s = σ(x)`` at hand writes
        ``s * (1 - s)`` and needs no function.

    Returns
    -------
    ndarray of float64, shape of `x`

    Notes
    -----
    Even, largest at 0, where it is 1/4. The slopes of ten sigmoid layers multiply to at most
    ``0.25**10``, about one in a million: the vanishing gradient.

    References
    ----------
    Deck 004, whose 0.3 for the largest slope is 1/4 rounded up.

    Examples
    --------
    >>> sigmoid_grad([-2.0, 0.0, 2.0]).round(5)
    array([0.10499, 0.25   , 0.10499])
    """
    x = floats(x)
    return sigmoid(x) * sigmoid(-x)


def tanh(x: ArrayLike) -> Floats:
    """Squash every number into (-1, 1): the hyperbolic tangent.

    Formula::

        tanh(x) = (exp(x) - exp(-x)) / (exp(x) + exp(-x))

    Stable form: divide by the larger exponential. With ``m = exp(-2|x|) - 1``, which numpy's
    ``expm1`` gives without loss near 0 and which lies between -1 and 0::

        tanh(x) = sign(x) * -m / (2 + m)

    Parameters
    ----------
    x : array_like of float, any shape

    Returns
    -------
    ndarray of float64, shape of `x`

    Notes
    -----
    A sigmoid stretched to (-1, 1) and squeezed to half its width: ``tanh(x) = 2 σ(2x) - 1``.
    Unlike σ it is odd, so outputs are centred on 0.

    References
    ----------
    Deck 003. Y. LeCun, L. Bottou, G. Orr, K.-R. Müller, "Efficient BackProp" (1998),
    section 4.4.

    Examples
    --------
    >>> tanh([-1000.0, 0.0, 0.5]).round(5)
    array([-1.     ,  0.     ,  0.46212])
    """
    x = floats(x)
    m = np.expm1(-2.0 * np.abs(x))
    return np.sign(x) * -m / (2.0 + m)


def tanh_grad(x: ArrayLike) -> Floats:
    """Return the slope of the hyperbolic tangent *at* `x`, its input.

    Formula::

        d tanh/dx = 1 - tanh(x)²

    Stable form::

        d tanh/dx = 4 σ'(2x)

    The two are equal because ``tanh(x) = 2 σ(2x) - 1``. Nothing is subtracted, so no digit is lost
    where ``tanh(x)²`` is close to 1.

    Parameters
    ----------
    x : array_like of float, any shape

    Returns
    -------
    ndarray of float64, shape of `x`

    References
    ----------
    Deck 004. LeCun et al. (1998), section 4.4.

    Examples
    --------
    >>> tanh_grad([-2.0, 0.0, 2.0]).round(5)
    array([0.07065, 1.     , 0.07065])
    """
    return 4.0 * sigmoid_grad(2.0 * floats(x))


def relu(x: ArrayLike) -> Floats:
    """Keep what is positive, cut the rest to 0: the rectified linear unit.

    Formula::

        relu(x) = max(0, x)

    Parameters
    ----------
    x : array_like of float, any shape

    Returns
    -------
    ndarray of float64, shape of `x`

    References
    ----------
    Decks 001 and 003. V. Nair, G. Hinton, "Rectified linear units improve restricted
    Boltzmann machines", ICML (2010).

    Examples
    --------
    >>> relu([-2, 0, 3])
    array([0., 0., 3.])
    """
    return np.maximum(floats(x), 0.0)


def relu_grad(x: ArrayLike) -> Floats:
    """Return the slope of the ReLU at `x`: 1 where ``x > 0``, else 0.

    The ReLU has a corner at 0 and no slope there. Any number from 0 to 1 could stand in; this
    course takes 0, as TensorFlow does.

    Parameters
    ----------
    x : array_like of float, any shape
        The input of the ReLU.

    Returns
    -------
    ndarray of float64, shape of `x`
        Slopes, so floats, although only 0 and 1 occur.

    References
    ----------
    Deck 004. I. Goodfellow, Y. Bengio, A. Courville, *Deep Learning* (2016), section 6.3.

    Examples
    --------
    >>> relu_grad([-2.0, 0.0, 3.0])
    array([0., 0., 1.])
    """
    return (floats(x) > 0).astype(np.float64)


def leaky_relu(x: ArrayLike, alpha: float = 0.01) -> Floats:
    """Keep what is positive, shrink the rest by `alpha`: a ReLU that never goes quite dead.

    Formula::

        leaky_relu(x) = x    for x > 0
        leaky_relu(x) = αx   for x <= 0

    The lecture's ``max(αx, x)`` is the same for ``α <= 1`` only.

    Parameters
    ----------
    x : array_like of float, any shape
    alpha : float, default 0.01
        Slope on the negative side.

    Returns
    -------
    ndarray of float64, shape of `x`

    References
    ----------
    Deck 003. A. Maas, A. Hannun, A. Ng, "Rectifier nonlinearities improve neural network
    acoustic models", ICML (2013).

    Examples
    --------
    >>> leaky_relu([-2.0, 0.0, 3.0], alpha=0.1)
    array([-0.2,  0. ,  3. ])
    """
    x = floats(x)
    return np.where(x > 0, x, alpha * x)


def softmax(x: ArrayLike) -> Floats:
    """Turn each row of scores into probabilities.

    Formula, for one row of C scores::

        softmax(x)_i = exp(x_i) / Σ_j exp(x_j)

    Stable form: the same number c may be subtracted from every score of a row, because the factor
    ``exp(-c)`` cancels. Take the largest score *of that row*::

        softmax(x)_i = exp(x_i - max x) / Σ_j exp(x_j - max x)

    Every exponent is then at most 0 and the sum at least 1: no overflow, no division by 0.

    Parameters
    ----------
    x : array_like of float, shape (..., C), C >= 1
        Scores. The lecture uses one example, (C,), and a batch of N examples, (N, C).

    Returns
    -------
    ndarray of float64, shape of `x`
        Along the last axis: numbers between 0 and 1, in the order of the scores, with sum 1.

    References
    ----------
    Decks 001 and 004. J. Bridle, "Probabilistic interpretation of feedforward
    classification network outputs" (1990). P. Blanchard, D. Higham, N. Higham, "Accurately
    computing the log-sum-exp and softmax functions", IMA Journal of Numerical Analysis 41 (2021).

    Examples
    --------
    >>> softmax([3.0, 1.5, 0.3]).round(6)
    array([0.774992, 0.172924, 0.052084])
    >>> softmax([[0, 1, 2], [2000, 2001, 2002]]).round(6)
    array([[0.090031, 0.244728, 0.665241],
           [0.090031, 0.244728, 0.665241]])
    """
    x = floats(x)
    # keepdims leaves maximum and sum in columns, which numpy then spreads over each row.
    largest: Floats = np.max(x, axis=-1, keepdims=True)
    e = np.exp(x - largest)
    total: Floats = np.sum(e, axis=-1, keepdims=True)
    return e / total


def log_softmax(x: ArrayLike) -> Floats:
    """Return the logarithm of the softmax of each row, without the softmax.

    Formula, for one row of C scores::

        log softmax(x)_i = x_i - log Σ_j exp(x_j)

    Stable form, with m the largest score of the row::

        log softmax(x)_i = x_i - m - log Σ_j exp(x_j - m)

    A probability below 2e-324 is 0 in float64 and its logarithm -∞. Here none has to be a float
    before its logarithm is taken, so it costs a loss what it should.

    Parameters
    ----------
    x : array_like of float, shape (..., C), C >= 1
        Scores.

    Returns
    -------
    ndarray of float64, shape of `x`
        Numbers that are at most 0.

    References
    ----------
    Blanchard, Higham, Higham (2021), as in `softmax`; ``scipy.special.log_softmax``.

    Examples
    --------
    >>> log_softmax([3.0, 1.5, 0.3]).round(6)
    array([-0.254902, -1.754902, -2.954902])
    >>> log_softmax([0.0, 1000.0])
    array([-1000.,     0.])
    """
    x = floats(x)
    shifted = x - np.max(x, axis=-1, keepdims=True)
    logarithms: Floats = shifted - np.log(np.sum(np.exp(shifted), axis=-1, keepdims=True))
    return logarithms


def forward(
    x: ArrayLike,
    weights: Sequence[ArrayLike],
    biases: Sequence[ArrayLike],
    activation: Activation,
) -> Floats:
    """Send a batch through a network of fully connected layers.

    Formula, with ``z_0 = x``, layer by layer::

        a_k = z_{k-1} @ W_k + b_k
        z_k = activation(a_k)

    The activation follows every layer, the last one included.

    Parameters
    ----------
    x : array_like of float, shape (N, D)
        One example a row.
    weights : sequence of array_like, shapes (D, H1), (H1, H2), ..., (H, C)
        One matrix a layer; column j holds the weights of unit j.
    biases : sequence of array_like, shapes (H1,), (H2,), ..., (C,)
        One vector a layer, added to every row.
    activation : callable
        Takes an array and returns one of the same shape.

    Returns
    -------
    ndarray of float64, shape (N, C)

    References
    ----------
    Deck 001, whose slide misprints the first entry of the example below as 0.1.

    Examples
    --------
    >>> x = [[1.0, 0.5]]
    >>> W1 = [[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]]
    >>> b1 = [0.1, 0.2, 0.3]
    >>> forward(x, [W1], [b1], lambda a: a)
    array([[0.3, 0.7, 1.1]])
    >>> forward(x, [W1], [b1], sigmoid).round(8)
    array([[0.57444252, 0.66818777, 0.75026011]])
    """
    z = floats(x)
    for W, b in zip(weights, biases, strict=True):
        z = activation(z @ floats(W) + floats(b))
    return z
