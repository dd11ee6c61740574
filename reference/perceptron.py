"""The perceptron, the logic gates it can be, and the two layers it takes for XOR (deck 000).

A perceptron adds up its inputs, each times a weight, adds a bias, and fires if the sum is greater
than 0. The inputs for which the sum is 0 form a straight line (a plane, for three inputs), and the
perceptron is 1 on one side of it. AND, NAND and OR can be cut out of the square of their four
inputs by one line. XOR cannot: its two ones lie at opposite corners. A second layer, fed with the
outputs of two perceptrons, can do it::

    x1  x2   n1 = NAND   n2 = OR   y = AND(n1, n2)
    0   0        1          0           0
    0   1        1          1           1
    1   0        1          1           1
    1   1        0          1           0

=======  ========  ====  =============================================  =================
gate     w         b     sum at (0, 0), (0, 1), (1, 0), (1, 1)          output
=======  ========  ====  =============================================  =================
`NAND`   (-2, -2)  3     3, 1, 1, -1                                    1, 1, 1, 0
`OR`     (2, 2)    -1    -1, 1, 1, 3                                    0, 1, 1, 1
`AND`    (1, 1)    -1    -1, 0, 0, 1                                    0, 0, 0, 1
=======  ========  ====  =============================================  =================

Those are the weights of the lecture. The two zeros in the row of `AND` lie *on* the line, so that
gate is right only because a perceptron does not fire at 0. With the sigmoid instead of the step a
sum of 0 becomes ½, and the lecture's network no longer computes XOR: see `two_layer`.

Names: ``x`` inputs, ``w`` weights, ``b`` bias; ``N`` rows in a batch, ``D`` inputs, ``H`` hidden
units. The module gives the gates their names in capitals, as the lecture does.
"""

import numpy as np
from numpy.typing import ArrayLike

from reference.activations import Activation, forward, step
from reference.arrays import Floats, floats

__all__ = ["AND", "NAND", "OR", "XOR", "perceptron", "two_layer"]


def perceptron(x: ArrayLike, w: ArrayLike, b: float) -> int:
    """Fire or stay silent: the step function of a weighted sum.

    Formula::

        y = 1    if w_1 x_1 + ... + w_D x_D + b > 0
        y = 0    otherwise, so also where the sum is 0

    Parameters
    ----------
    x : array_like of float, shape (D,)
        The inputs.
    w : array_like of float, shape (D,)
        One weight for each input.
    b : float
        The bias, added once. ``-b`` is the threshold that the weighted inputs must pass.

    Returns
    -------
    int
        0 or 1.

    References
    ----------
    Deck 000 (``y <= 0`` gives 0). F. Rosenblatt, "The perceptron: a probabilistic model
    for information storage and organization in the brain", Psychological Review 65 (1958).

    Examples
    --------
    >>> [perceptron(x, w=[1, 1], b=-1) for x in ([0, 0], [0, 1], [1, 0], [1, 1])]
    [0, 0, 0, 1]
    """
    total = np.dot(floats(x), floats(w)) + b
    return int(step(total))


def AND(x1: int, x2: int) -> int:  # noqa: N802 - a gate is written in capitals
    """Return 1 if both inputs are 1, else 0.

    Parameters
    ----------
    x1, x2 : int
        0 or 1.

    Returns
    -------
    int
        ``perceptron([x1, x2], w=[1, 1], b=-1)``.

    References
    ----------
    Deck 000.

    Examples
    --------
    >>> AND(0, 0), AND(0, 1), AND(1, 0), AND(1, 1)
    (0, 0, 0, 1)
    """
    return perceptron([x1, x2], w=[1.0, 1.0], b=-1.0)


def NAND(x1: int, x2: int) -> int:  # noqa: N802 - a gate is written in capitals
    """Return 0 if both inputs are 1, else 1: the opposite of `AND`.

    Parameters
    ----------
    x1, x2 : int
        0 or 1.

    Returns
    -------
    int
        ``perceptron([x1, x2], w=[-2, -2], b=3)``.

    References
    ----------
    Deck 000.

    Examples
    --------
    >>> NAND(0, 0), NAND(0, 1), NAND(1, 0), NAND(1, 1)
    (1, 1, 1, 0)
    """
    return perceptron([x1, x2], w=[-2.0, -2.0], b=3.0)


def OR(x1: int, x2: int) -> int:  # noqa: N802 - a gate is written in capitals
    """Return 1 if at least one input is 1, else 0.

    Parameters
    ----------
    x1, x2 : int
        0 or 1.

    Returns
    -------
    int
        ``perceptron([x1, x2], w=[2, 2], b=-1)``.

    References
    ----------
    Deck 000.

    Examples
    --------
    >>> OR(0, 0), OR(0, 1), OR(1, 0), OR(1, 1)
    (0, 1, 1, 1)
    """
    return perceptron([x1, x2], w=[2.0, 2.0], b=-1.0)


def XOR(x1: int, x2: int) -> int:  # noqa: N802 - a gate is written in capitals
    """Return 1 if exactly one input is 1, else 0: two layers of perceptrons.

    Formula::

        XOR(x1, x2) = AND(NAND(x1, x2), OR(x1, x2))

    Parameters
    ----------
    x1, x2 : int
        0 or 1.

    Returns
    -------
    int
        0 or 1.

    Notes
    -----
    No single perceptron can do it. It would need ``b <= 0``, ``w1 + b > 0``, ``w2 + b > 0`` and
    ``w1 + w2 + b <= 0``. Adding the two in the middle gives ``w1 + w2 + 2b > 0``, adding the
    outer two ``w1 + w2 + 2b <= 0``.

    References
    ----------
    Deck 000, whose comment above this function says AND. M. Minsky, S. Papert,
    *Perceptrons* (1969).

    Examples
    --------
    >>> XOR(0, 0), XOR(0, 1), XOR(1, 0), XOR(1, 1)
    (0, 1, 1, 0)
    """
    return AND(NAND(x1, x2), OR(x1, x2))


def two_layer(
    x: ArrayLike,
    w1: ArrayLike,
    b1: ArrayLike,
    w2: ArrayLike,
    b2: float,
    activation: Activation,
) -> Floats:
    """Send a batch through one hidden layer and one output unit.

    Formula::

        n = activation(x @ w1 + b1)      the H hidden units of each row
        y = activation(n @ w2 + b2)      one output for each row

    The activation follows both layers.

    Parameters
    ----------
    x : array_like of float, shape (N, D)
        One example a row.
    w1 : array_like of float, shape (D, H)
        Column j holds the weights of hidden unit j.
    b1 : array_like of float, shape (H,)
        One bias for each hidden unit.
    w2 : array_like of float, shape (H,)
        The weights of the output unit.
    b2 : float
        Its bias.
    activation : callable
        Takes an array and returns one of the same shape, entry by entry.

    Returns
    -------
    ndarray of float64, shape (N,)

    Notes
    -----
    A linear activation, ``h(a) = ca``, makes the two layers one::

        y = c² (x @ (w1 @ w2)) + c² (b1 @ w2) + c b2

    so the hidden layer is of no use, and XOR out of reach.

    References
    ----------
    Decks 000 and 001. The table of deck 000 says that the sigmoid gives about 0, 1, 1, 0
    with the weights below; in truth all four outputs are above ½.

    Examples
    --------
    >>> x = [[0, 0], [0, 1], [1, 0], [1, 1]]
    >>> w1, b1, w2, b2 = [[-2, 2], [-2, 2]], [3, -1], [1, 1], -1
    >>> two_layer(x, w1, b1, w2, b2, lambda a: (a > 0).astype(float))
    array([0., 1., 1., 0.])
    >>> from reference.activations import sigmoid
    >>> two_layer(x, w1, b1, w2, b2, sigmoid).round(4)
    array([0.5552, 0.6135, 0.6135, 0.5552])
    """
    # The output unit is a layer with one column; that column is the answer.
    column = np.reshape(w2, (-1, 1))
    return forward(x, [w1, column], [b1, np.reshape(b2, 1)], activation)[:, 0]
