"""Points as whole numbers, for the tools that take no others.

All points of an attempt are multiplied by the smallest number that makes each of them whole, so
that nobody wins or loses a part of a point. The number follows from what the checks are worth, not
from what was earned: it is the same for every submission.
"""

import math
from collections.abc import Iterable
from fractions import Fraction

from grader.records import CheckResult

_FINEST = 1_000  # parts of a point that a suite is written in: halves, thirds, hundredths
_MOST = 10_000


def factor(checks: Iterable[CheckResult]) -> int:
    """Return the smallest number that makes the points of every check whole."""
    parts = [Fraction(check.max_points).limit_denominator(_FINEST) for check in checks]
    return min(math.lcm(*(part.denominator for part in parts)), _MOST)


def whole(points: float, factor: int) -> int:
    """Return points as that many parts."""
    return round(points * factor)
