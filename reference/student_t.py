"""Student's t distribution, for the confidence interval of a mean of few scores.

The mean of k normal scores, less the true mean and divided by the true standard error, is normal.
Divided by the standard error std/√k that the same scores give, it is T, which has ν = k - 1 degrees
of freedom and is more often far from 0.
"""

import math

__all__ = ["quantile"]

BISECTIONS = 60
"""Halvings of an interval of length π/2 until it is as narrow as a float64 can tell."""


def quantile(probability: float, degrees: int) -> float:
    """Return the number that T stays below with a given probability.

    Formula: with θ = arctan(t/√ν), the probability A that |T| < t is a finite sum::

        ν = 1:       2/π θ
        ν odd:       2/π { θ + sin θ (cos θ + 2/3 cos³θ + … + (2·4⋯(ν-3))/(3·5⋯(ν-2)) cosᵛ⁻²θ) }
        ν even:      sin θ { 1 + 1/2 cos²θ + … + (1·3⋯(ν-3))/(2·4⋯(ν-2)) cosᵛ⁻²θ }

    A grows with θ from 0 at θ = 0 to 1 at θ = π/2, so bisection finds the θ where P(T < t) =
    (1 + A)/2 is `probability`.

    Parameters
    ----------
    probability : float
        P(T < t), at least ½ and below 1.
    degrees : int
        Degrees of freedom ν ≥ 1.

    Returns
    -------
    float
        t ≥ 0.

    References
    ----------
    M. Abramowitz and I. Stegun, *Handbook of Mathematical Functions*, 26.7.3 and 26.7.4.

    Examples
    --------
    >>> [round(quantile(0.975, degrees), 3) for degrees in (1, 4, 9, 1000)]
    [12.706, 2.776, 2.262, 1.962]
    """
    wanted = 2.0 * probability - 1.0
    low, high = 0.0, math.pi / 2.0
    for _ in range(BISECTIONS):
        middle = (low + high) / 2.0
        if _probability_within(middle, degrees) < wanted:
            low = middle
        else:
            high = middle
    return math.sqrt(degrees) * math.tan(low)


def _probability_within(theta: float, degrees: int) -> float:
    """P(|T| < t) for t = √degrees · tan(theta)."""
    sine, cosine = math.sin(theta), math.cos(theta)
    odd = degrees % 2 == 1
    term = cosine if odd else 1.0
    total = 0.0
    for power in range(1 if odd else 0, degrees - 1, 2):  # the power of cos θ in this term
        total += term
        term *= (power + 1) / (power + 2) * cosine**2
    return 2.0 / math.pi * (theta + sine * total) if odd else sine * total
