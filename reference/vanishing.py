"""Why deep sigmoid networks hardly learn: the gradient on its way back (deck 004).

Backpropagation multiplies by one slope for each layer it passes. The slope of the sigmoid is 1/4
at most, so the slopes of ten layers leave one millionth of the signal at best: unless large weights
make up for it, the gradient *vanishes*. This module measures that for a stack of layers without
biases::

    z_0 = x,    a_l = z_{l-1} @ W_l,    z_l = h(a_l)        for l = 1, …, L

and for the mean, over the rows of a batch, of the sum of its outputs, which stands in for a loss::

    S = 1/N Σ_n Σ_k z_L[n, k]

========  ==================  =========================  ============================
h         slope h'(a)         largest                    what becomes of the gradient
========  ==================  =========================  ============================
sigmoid   σ(a) (1 - σ(a))     1/4 at 0 (slide: 0.3)      vanishes
tanh      1 - tanh(a)²        1 at 0                     survives with weights of
                                                         variance 1/D
ReLU      1 if a > 0, else 0  1 for every a > 0          survives with variance 2/D,
                                                         except in dead units
========  ==================  =========================  ============================

`gradient_norms` measures the gradient of every layer, `bound` says what the slopes alone permit,
and `dead_units` finds what the ReLU has in exchange: units that have fallen silent.

Names: ``x`` input, ``W`` weights, ``a`` weighted sum, ``z`` output of a layer, ``δ`` = ∂S/∂a;
``N`` rows in a batch, ``D`` inputs of a layer, ``H`` units, ``C`` outputs of the last layer, ``L``
layers.

No function here changes its arguments. Everything is computed in float64, also from integers.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from reference.activations import (
    Activation,
    relu,
    relu_grad,
    sigmoid,
    sigmoid_grad,
    tanh,
    tanh_grad,
)
from reference.arrays import Floats, floats

__all__ = ["bound", "dead_units", "gradient_norms", "layer_gradients"]


# Each activation, and its slope at the weighted sum.
_ACTIVATIONS: dict[str, tuple[Activation, Activation]] = {
    "sigmoid": (sigmoid, sigmoid_grad),
    "tanh": (tanh, tanh_grad),
    "relu": (relu, relu_grad),
}


def bound(depth: int) -> float:
    """Return the most that the slopes of `depth` sigmoid layers can multiply to.

    Formula::

        0.25 ** depth

    Parameters
    ----------
    depth : int
        The number of layers, 0 or more.

    Returns
    -------
    float

    Notes
    -----
    σ'(a) = σ(a) (1 - σ(a)) is s (1 - s) with s between 0 and 1, a parabola whose top is 1/4 at
    s = 1/2, which is a = 0. The weights between the layers multiply too; this is the bound of the
    slopes alone.

    References
    ----------
    Deck 004, which says 0.3 for the largest slope; that would make 5.9e-6 of ten layers.

    Examples
    --------
    >>> bound(1)
    0.25
    >>> print(f"{bound(10):.2e}")
    9.54e-07
    """
    return 0.25**depth


def layer_gradients(weights: Sequence[ArrayLike], x: ArrayLike, activation: str) -> list[Floats]:
    """Gradient of the mean summed output, along the weights of each layer.

    Formula, with h' the slope of the activation and · element by element::

        δ_L = h'(a_L) / N
        δ_l = (δ_{l+1} @ W_{l+1}ᵀ) · h'(a_l)        for l = L-1, …, 1
        ∂S/∂W_l = z_{l-1}ᵀ @ δ_l

    Stable form: the slope is taken at the weighted sum a and not computed from the output z, for
    ``1 - z`` has no digits left once z has come near 1.

    Parameters
    ----------
    weights : sequence of array_like of float, shapes (D, H1), (H1, H2), …, (.., C)
        One matrix for each layer, first layer first.
    x : array_like of float, shape (N, D)
        A batch with at least one row.
    activation : {"sigmoid", "tanh", "relu"}
        Applied after every layer, the last included.

    Returns
    -------
    list of ndarray of float64
        ∂S/∂W of each layer in the shape of its matrix, first layer first.

    References
    ----------
    Deck 004. D. Rumelhart, G. Hinton, R. Williams, "Learning representations by
    back-propagating errors", Nature 323 (1986).

    Examples
    --------
    A single unit with the input 1 and the weight 0: the slope of the sigmoid at 0.

    >>> layer_gradients([[[0.0]]], [[1.0]], "sigmoid")
    [array([[0.25]])]
    """
    h, slope = _ACTIVATIONS[activation]
    matrices = [floats(W) for W in weights]

    inputs, sums = [], []  # of every layer: z_{l-1} and a_l
    z = floats(x)
    for W in matrices:
        a = z @ W
        inputs.append(z)
        sums.append(a)
        z = h(a)

    slope_of_output = np.full(z.shape, 1.0 / len(z))  # ∂S/∂z of the last layer
    gradients = []
    for W, z_in, a in zip(reversed(matrices), reversed(inputs), reversed(sums), strict=True):
        delta = slope_of_output * slope(a)
        gradients.append(z_in.T @ delta)
        slope_of_output = delta @ W.T
    return gradients[::-1]


def gradient_norms(weights: Sequence[ArrayLike], x: ArrayLike, activation: str) -> Floats:
    """Return how long the gradient of each layer is.

    Formula, the Frobenius norm::

        ‖∂S/∂W_l‖ = √( Σ_i Σ_j (∂S/∂W_l[i, j])² )

    Parameters
    ----------
    weights, x, activation
        As in `layer_gradients`.

    Returns
    -------
    ndarray of float64, shape (L,)
        One norm for each layer, first layer first.

    Notes
    -----
    First over last tells how much of the signal arrives. For ten layers of 100 units, a batch of
    100 normal rows and normal weights of variance 1/100 (2/100 for the ReLU) it is about 4e-7 for
    the sigmoid, 1.2 for tanh and 0.3 for the ReLU.

    References
    ----------
    Deck 004, which shows it as a picture. X. Glorot, Y. Bengio, "Understanding the
    difficulty of training deep feedforward neural networks", AISTATS (2010). K. He et al.,
    "Delving deep into rectifiers", ICCV (2015). The first to see it: S. Hochreiter,
    "Untersuchungen zu dynamischen neuronalen Netzen", diploma thesis, TU München (1991).

    Examples
    --------
    Ten units in a row, all weights 1: each layer back costs somewhat more than a factor of 4.

    >>> norms = gradient_norms([[[1.0]]] * 10, [[1.0]], "sigmoid")
    >>> print(f"{norms[0]:.1e} {norms[-1]:.2f}")
    2.8e-07 0.15
    """
    gradients = layer_gradients(weights, x, activation)
    return np.array([np.sqrt(np.sum(gradient**2)) for gradient in gradients])


def dead_units(x: ArrayLike, W: ArrayLike, b: ArrayLike) -> NDArray[np.bool_]:
    """Find the ReLU units that are 0 for every row.

    Formula::

        dead[j]  ⟺  max_n (x @ W + b)[n, j] <= 0

    Parameters
    ----------
    x : array_like of float, shape (N, D)
        A batch with at least one row.
    W : array_like of float, shape (D, H)
    b : array_like of float, shape (H,)

    Returns
    -------
    ndarray of bool, shape (H,)
        True for a dead unit.

    Notes
    -----
    The slope of such a unit is 0 for every row as well, so its weights and bias have the gradient
    0: with this data it never learns again.

    References
    ----------
    Deck 004. L. Lu et al., "Dying ReLU and initialization", Communications in
    Computational Physics 28 (2020).

    Examples
    --------
    >>> dead_units([[1.0, 2.0], [3.0, -1.0]], [[-1.0, 1.0], [0.0, -1.0]], [0.5, 0.0])
    array([ True, False])
    """
    sums = floats(x) @ floats(W) + floats(b)
    dead: NDArray[np.bool_] = sums.max(axis=0) <= 0.0
    return dead
