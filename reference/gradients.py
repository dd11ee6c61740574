"""Numerical gradients, and the descent that follows them (decks 001, 002, 000 and 004).

A derivative is a limit, and a computer cannot go to the limit: it takes a small step h and looks
how much f changes. One number has one slope, `numerical_diff`; an array has one slope for each of
its entries, `numerical_gradient`. The gradient points where f grows fastest, so `gradient_descent`
walks the other way.

How good is a slope from a step of size h? Taylor's formula about x gives::

    f(x + h) = f(x) + h f'(x) + h²/2 f''(x) + h³/6 f'''(x) + …
    f(x - h) = f(x) - h f'(x) + h²/2 f''(x) - h³/6 f'''(x) + …

The first line minus f(x) leaves an error that shrinks like h. The first line minus the second
loses every even term, and the error shrinks like h²:

=========  =========================  ==============  ====================  ==============
quotient   formula                    error           at x³, x = 1, h = .1  at h = 0.0001
=========  =========================  ==============  ====================  ==============
forward    (f(x+h) - f(x)) / h        h/2 f''(x)      3.31                  3.00030001
central    (f(x+h) - f(x-h)) / 2h     h²/6 f'''(x)    3.01                  3.00000001
=========  =========================  ==============  ====================  ==============

A step may also be too small. f is known to about 16 digits, so the difference in the numerator
carries an error of about ε |f(x)|, with ε = 2.2e-16, and the division makes that ε |f(x)| / h. At
h = 0.0001 both errors are small: about 1e-9 from the formula and 1e-12 from rounding, for
values and derivatives near 1. At h = 1e-13 rounding leaves three digits; at h = 1e-17 both
``1 + h`` and ``1 - h`` are 1 and the quotient is 0.

No function here changes its arguments. Everything is computed in float64, also from integers.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike

from reference.arrays import Floats, floats

__all__ = ["gradient_descent", "numerical_diff", "numerical_gradient"]


def numerical_diff(f: Callable[[float], float], x: float, h: float = 1e-4) -> float:
    """Slope of a function of one number, by the central difference.

    Formula::

        f'(x) ≈ (f(x + h) - f(x - h)) / 2h

    Error::

        h²/6 f'''(ξ)    for some ξ between x - h and x + h

    so the quotient is exact for a parabola, whatever h is, and off by exactly h² for x³.

    Parameters
    ----------
    f : callable
        Takes one float and returns one.
    x : float
        Where to take the slope.
    h : float, default 1e-4
        Half the distance between the two points at which `f` is evaluated.

    Returns
    -------
    float
        The slope of the line through (x - h, f(x - h)) and (x + h, f(x + h)).

    References
    ----------
    Decks 001 and 002; J. Nocedal and S. Wright, *Numerical Optimization*, section 8.1;
    W. Press et al., *Numerical Recipes*, section 5.7.

    Examples
    --------
    The tangent of x² + 2x at 2 has slope 6 and meets the point (2, 8): it is 6x - 4.

    >>> round(numerical_diff(lambda x: x**2 + 2 * x, 2.0), 8)
    6.0
    >>> round(numerical_diff(lambda x: x**3, 1.0, h=0.1), 8)
    3.01
    """
    x = float(x)
    return float((f(x + h) - f(x - h)) / (2 * h))


def numerical_gradient(f: Callable[[Floats], float], x: ArrayLike, h: float = 1e-4) -> Floats:
    """Gradient of a function of an array: the slope along each entry, with the others held.

    Formula, with e_i the array of zeros that has a single 1 at index i::

        ∂f/∂x_i ≈ (f(x + h e_i) - f(x - h e_i)) / 2h

    Error: h²/6 times the third derivative of f along e_i.

    Parameters
    ----------
    f : callable
        Takes an array of the shape of `x` and returns one float.
    x : array_like of float, any shape
        Where to take the gradient.
    h : float, default 1e-4
        Half the distance between the two points at which `f` is evaluated.

    Returns
    -------
    ndarray of float64, shape of `x`
        Entry i is ∂f/∂x_i.

    Notes
    -----
    Two evaluations of `f` for each entry: 200,000 for a network with 100,000 weights. That is why
    networks learn by backpropagation, which finds *all* entries for the price of a few
    evaluations; the numerical gradient stays to check it.

    References
    ----------
    Decks 001 and 002, where the partial derivatives of a x₀² + b x₁² keep a term that must
    vanish: they are 2a x₀ and 2b x₁. J. Nocedal and S. Wright, *Numerical Optimization*,
    section 8.1.

    Examples
    --------
    >>> numerical_gradient(lambda x: np.sum(x**2), [3, 4]).round(8)
    array([6., 8.])
    >>> a, b = 2.0, 3.0
    >>> numerical_gradient(lambda x: a * x[0] ** 2 + b * x[1] ** 2, [1.5, -0.5]).round(8)
    array([ 6., -3.])
    """
    x = floats(x)
    gradient = np.empty_like(x)
    for i in np.ndindex(x.shape):
        step = np.zeros_like(x)
        step[i] = h
        gradient[i] = (f(x + step) - f(x - step)) / (2 * h)
    return gradient


def gradient_descent(
    f_grad: Callable[[Floats], ArrayLike], x0: ArrayLike, lr: float, steps: int
) -> tuple[Floats, Floats]:
    """Walk downhill: step against the gradient, again and again.

    Formula, for k = 0, 1, …, steps - 1::

        x_{k+1} = x_k - lr · ∇f(x_k)

    Parameters
    ----------
    f_grad : callable
        The gradient ∇f: takes an array of the shape of `x0` and returns one of that shape.
    x0 : array_like of float, any shape
        The start.
    lr : float
        The learning rate: how long a step is, for a gradient of length 1.
    steps : int
        The number of steps, 0 or more.

    Returns
    -------
    x : ndarray of float64, shape of `x0`
        Where the walk ends, x_steps.
    path : ndarray of float64, shape (steps + 1, *shape of x0)
        Every point of the walk: ``path[0]`` is `x0`, ``path[k]`` is where it is after k steps,
        and ``path[-1]`` is `x`.

    Notes
    -----
    For f(x) = x² a step multiplies x by ``1 - 2 lr``. The walk converges while that factor lies
    between -1 and 1, so for ``0 < lr < 1``; it arrives in one step at ``lr = 1/2`` and runs away
    beyond 1. For a bowl of many dimensions the steepest of them decides: ``lr < 2 / λ`` with λ
    the largest eigenvalue of the second derivatives.

    References
    ----------
    Decks 001 and 002; A. Cauchy, "Méthode générale pour la résolution des systèmes d'équations
    simultanées" (1847). Decks 000 and 004 write the rule without a learning rate, and a slide of
    deck 001 says "in the direction of the gradient" where it must be against it.

    Examples
    --------
    Deck 002 counts the start X1 = 2 as number one, so its X50 is the point after 49 steps.

    >>> x, path = gradient_descent(lambda x: 2 * x, [2.0], lr=0.1, steps=49)
    >>> path[:3].round(8)
    array([[2.  ],
           [1.6 ],
           [1.28]])
    >>> print(f"{x[0]:.2e}")
    3.57e-05
    """
    x = np.array(x0, dtype=np.float64)
    path = [x]
    for _ in range(steps):
        x = x - lr * floats(f_grad(x))
        path.append(x)
    return x, np.stack(path)
