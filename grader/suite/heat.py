"""Where two large arrays differ: a small grid of blocks, each with its largest error."""

from typing import Any

import numpy as np

from grader.records import Axis, ErrorMap
from grader.suite.describe import PRINTED_WHOLE

BLOCKS = 12  # along each axis
_LARGEST = 1e300  # JSON has no infinity


def error_map(
    actual: np.ndarray, expected: np.ndarray, wrong: np.ndarray, *, rtol: float, atol: float
) -> ErrorMap | None:
    """Return where `actual` is wrong; None for an array that is printed whole.

    An array of more than two axes is seen along its last two: what is wrong at any index of the
    others is wrong there.
    """
    if wrong.size <= PRINTED_WHOLE:
        return None
    rows, columns = wrong.shape[-2:] if wrong.ndim > 1 else (1, wrong.size)
    mine, wanted, differs = (
        array.reshape(-1, rows, columns) for array in (actual, expected, wrong)
    )
    tolerance = _tolerance(wanted, rtol=rtol, atol=atol)
    blocks = [
        [
            _largest(mine[place], wanted[place], differs[place], tolerance)
            for place in (np.s_[:, above, left] for left in _parts(columns))
        ]
        for above in _parts(rows)
    ]
    along = [_axis(differs, (0, 2), rows)] if wrong.ndim > 1 else []
    return ErrorMap(
        shape=wrong.shape,
        axes=(*along, _axis(differs, (0, 1), columns)),
        blocks=tuple(map(tuple, blocks)),
    )


def _parts(size: int) -> list[slice]:
    """Cut an axis into at most `BLOCKS` parts that differ by one at most."""
    count = min(size, BLOCKS)
    return [slice(i * size // count, (i + 1) * size // count) for i in range(count)]


def _axis(wrong: np.ndarray, others: tuple[int, int], size: int) -> Axis:
    places = np.flatnonzero(wrong.any(axis=others))
    return Axis(size=size, wrong=places.size, first=int(places[0]), last=int(places[-1]))


def _tolerance(expected: np.ndarray, *, rtol: float, atol: float) -> float:
    """Return one tolerance for all, that of the largest value; 1 where nothing is tolerated.

    With the tolerance of each value, an error beside a 0 would be greater than all others.
    """
    if expected.dtype.kind not in "fc":
        return 1.0
    sizes = np.abs(expected)
    return float(atol + rtol * np.max(sizes, initial=0, where=np.isfinite(sizes))) or 1.0


def _largest(actual: Any, expected: Any, wrong: Any, tolerance: float) -> float | None:
    """Return the largest error of a block in multiples of `tolerance`, to three digits.

    It is 1 at least, also for what has no distance. None stands for a NaN or an infinity.
    """
    if not wrong.any():
        return 0.0
    if actual.dtype.kind not in "biufc" or expected.dtype.kind not in "biufc":
        return 1.0
    one, other = (array[wrong].astype(complex) for array in (actual, expected))
    if not (np.isfinite(one) & np.isfinite(other)).all():
        return None
    with np.errstate(all="ignore"):
        error = np.abs(one - other).max() / tolerance
    return float(f"{np.clip(error, 1.0, _LARGEST):.3g}")
