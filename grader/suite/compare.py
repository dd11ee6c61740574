"""Compare a student's value with the oracle's: shape first, then dtype, finiteness, value.

Each difference has two texts: ``brief`` says what kind of difference it is, without a value, and
may be shown for a hidden check; ``full`` adds the places and sizes.
"""

from typing import Any

import msgspec
import numpy as np

from grader.language import gettext as _
from grader.language import ngettext
from grader.records import ErrorMap
from grader.suite.describe import count_text, describe, shape_text
from grader.suite.heat import error_map
from grader.worker.proxy import StudentObject

RTOL, ATOL = 1e-9, 1e-12


class Difference(msgspec.Struct, frozen=True):
    """How a value differs from the oracle's, after a name such as ``softmax(x)``.

    ``errors`` is where, for an array too large to be printed whole.
    """

    brief: str
    full: str = ""
    errors: ErrorMap | None = None


def compare(actual: Any, expected: Any, *, rtol: float, atol: float) -> Difference | None:
    """Return how `actual` differs from `expected`, or None when they match.

    Numbers match as Python numbers, numpy scalars or 0-d arrays alike. Where the oracle is
    floating, float64 is wanted; where it counts, any integer or boolean dtype will do.
    """
    if type(actual) is StudentObject:
        return Difference(
            _("is an object, expected {expected}.").format(expected=describe(expected)),
            # A class's name is the student's own text, so it is no part of the brief.
            _("Its class is {kind}.").format(kind=actual.handle_.kind),
        )
    if isinstance(expected, list | tuple):
        return _compare_sequence(actual, expected, rtol=rtol, atol=atol)
    if isinstance(expected, dict):
        return _compare_dict(actual, expected, rtol=rtol, atol=atol)
    if expected is None or isinstance(expected, str | bytes):
        if type(actual) is type(expected) and actual == expected:
            return None
        return Difference(_("is not what was expected."))
    return _compare_arrays(actual, np.asarray(expected), rtol=rtol, atol=atol)


def _compare_sequence(
    actual: Any, expected: list[Any] | tuple[Any, ...], *, rtol: float, atol: float
) -> Difference | None:
    if not isinstance(actual, list | tuple):
        return Difference(
            _("is {actual}, expected {count} values in a {kind}.").format(
                actual=describe(actual, ()), count=len(expected), kind=type(expected).__name__
            )
        )
    if len(actual) != len(expected):
        return Difference(
            _("has length {actual}, expected {expected}.").format(
                actual=count_text(len(actual), ()), expected=len(expected)
            )
        )
    differences = [
        compare(mine, wanted, rtol=rtol, atol=atol)
        for mine, wanted in zip(actual, expected, strict=True)
    ]
    first = next(filter(None, differences), None)
    if first is None:
        return None
    if first.brief == _wrong_value() and all(map(_is_number, [*actual, *expected])):
        wrong = np.array([difference is not None for difference in differences])
        arrays = np.asarray(actual), np.asarray(expected)
        return _wrong_places(*arrays, wrong, rtol=rtol, atol=atol)
    return _inside(_("at index {index}").format(index=differences.index(first)), first)


def _is_number(value: Any) -> bool:
    return isinstance(value, np.ndarray | np.generic | int | float | complex) and not np.ndim(value)


def _compare_dict(
    actual: Any, expected: dict[Any, Any], *, rtol: float, atol: float
) -> Difference | None:
    if not isinstance(actual, dict):
        return Difference(_("is {actual}, expected a dict.").format(actual=describe(actual, ())))
    if missing := [key for key in expected if key not in actual]:
        return Difference(_("has no key {key!r}.").format(key=missing[0]))
    if len(actual) > len(expected):
        return Difference(
            _("has {actual} keys, expected {expected}.").format(
                actual=count_text(len(actual), ()), expected=len(expected)
            )
        )
    for key, wanted in expected.items():
        if difference := compare(actual[key], wanted, rtol=rtol, atol=atol):
            return _inside(_("at key {key!r}").format(key=key), difference)
    return None


def _inside(place: str, difference: Difference) -> Difference:
    return msgspec.structs.replace(difference, brief=f"{place} {difference.brief}")


def _compare_arrays(
    actual: Any, expected: np.ndarray, *, rtol: float, atol: float
) -> Difference | None:
    if not isinstance(actual, np.ndarray | np.generic | bool | int | float | complex):
        return Difference(
            _("is {actual}, expected {expected}.").format(
                actual=describe(actual, expected.shape), expected=describe(expected)
            )
        )
    array = np.asarray(actual)
    if array.shape != expected.shape:
        return Difference(
            _("has shape {actual}, expected {expected}.").format(
                actual=shape_text(array.shape, expected.shape), expected=shape_text(expected.shape)
            )
        )
    python_number = type(actual) in (int, float)
    return _compare_dtype(array, expected, python_number=python_number) or _compare_values(
        array, expected, rtol=rtol, atol=atol
    )


def _compare_dtype(
    actual: np.ndarray, expected: np.ndarray, *, python_number: bool
) -> Difference | None:
    if expected.dtype.kind == "f":
        if actual.dtype.kind == "f" and actual.dtype.itemsize < expected.dtype.itemsize:
            return Difference(
                _("has dtype {actual}, which keeps too few digits; compute in {expected}.").format(
                    actual=actual.dtype, expected=expected.dtype
                )
            )
        fits = actual.dtype.kind == "f" or (python_number and actual.dtype.kind in "iu")
    elif expected.dtype.kind in "biu":
        fits = actual.dtype.kind in "biu"
    else:
        fits = actual.dtype.kind == expected.dtype.kind
    if fits:
        return None
    if expected.dtype.kind == "f" and actual.dtype.kind in "iu":
        return Difference(
            _(
                "has dtype {actual}, expected {expected}. Integers keep nothing after the decimal "
                "point; compute with floats."
            ).format(actual=actual.dtype, expected=expected.dtype)
        )
    return Difference(
        _("has dtype {actual}, expected {expected}.").format(
            actual=actual.dtype, expected=expected.dtype
        )
    )


def _compare_values(
    actual: np.ndarray, expected: np.ndarray, *, rtol: float, atol: float
) -> Difference | None:
    if expected.dtype.kind not in "fc":
        wrong = np.asarray(actual != expected)
        return _wrong_places(actual, expected, wrong, rtol=0, atol=0) if wrong.any() else None
    for brief, test in ((_contains_nan(), np.isnan), (_contains_infinity(), np.isinf)):
        unwanted = np.asarray(test(actual) & ~test(expected))
        if unwanted.any():
            wrong = unwanted | _far(actual, expected, rtol=rtol, atol=atol)
            errors = error_map(actual, expected, wrong, rtol=rtol, atol=atol)
            return Difference(brief, _first_place(actual, expected, unwanted), errors)
    wrong = _far(actual, expected, rtol=rtol, atol=atol)
    return _wrong_places(actual, expected, wrong, rtol=rtol, atol=atol) if wrong.any() else None


def _far(actual: np.ndarray, expected: np.ndarray, *, rtol: float, atol: float) -> np.ndarray:
    with np.errstate(all="ignore"):
        far: np.ndarray = ~np.isclose(actual, expected, rtol=rtol, atol=atol, equal_nan=True)
    return far


def _wrong_places(
    actual: np.ndarray, expected: np.ndarray, wrong: np.ndarray, *, rtol: float, atol: float
) -> Difference:
    if actual.ndim == 0:
        return Difference(_wrong_value(), _error(actual, expected))
    count = int(wrong.sum())
    brief = ngettext(
        "has {count} wrong value of {size}.", "has {count} wrong values of {size}.", count
    ).format(count=count, size=wrong.size)
    place = _first_place(actual, expected, wrong)
    errors = error_map(actual, expected, wrong, rtol=rtol, atol=atol)
    return Difference(brief, f"{place} {_error(actual, expected)}".strip(), errors)


def _contains_nan() -> str:
    return _("contains NaN (not a number). It comes from steps such as 0/0, inf - inf or log(-1).")


def _contains_infinity() -> str:
    return _(
        "contains infinity. A number grew too large, as in exp(1000), or there is a division by "
        "zero or a log(0)."
    )


def _wrong_value() -> str:
    return _("has the wrong value.")


def _first_place(actual: np.ndarray, expected: np.ndarray, wrong: np.ndarray) -> str:
    if actual.ndim == 0:
        return ""
    index = tuple(int(i) for i in np.argwhere(wrong)[0])
    place = index[0] if len(index) == 1 else index
    return _("First at index {index}: {actual}, expected {expected}.").format(
        index=place, actual=_number(actual[index]), expected=_number(expected[index])
    )


def _error(actual: np.ndarray, expected: np.ndarray) -> str:
    """Say by how much numbers differ; yes and no, or ones and zeros, have no distance."""
    if actual.dtype.kind not in "biufc":
        return ""
    if all(np.isin(array, (0, 1)).all() for array in (actual, expected)):
        return ""
    with np.errstate(all="ignore"):
        error = np.abs(actual.astype(complex) - expected.astype(complex))
    error = error[np.isfinite(error)]
    if not error.any():
        return ""  # what differs is not finite
    text = _("The largest error is {error:.3g}.") if actual.ndim else _("The error is {error:.3g}.")
    return text.format(error=float(error.max()))


def _number(value: Any) -> str:
    return f"{value:.9g}" if isinstance(value, np.floating) else str(value)
