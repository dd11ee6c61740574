"""Compare a student's value with the oracle's: shape first, then dtype, finiteness, value.

Each difference has two texts: ``brief`` says what kind of difference it is, without a value, and
may be shown for a hidden check; ``full`` adds the places and sizes.
"""

import math
from collections.abc import Collection, Iterator
from typing import Any

import msgspec
import numpy as np

from grader.language import gettext as _
from grader.language import ngettext
from grader.worker.proxy import StudentObject

RTOL, ATOL = 1e-9, 1e-12
MAX_SHOWN = 700
MAX_PRINTED = 600  # numbers of one array; numpy would print 6 of each dimension of many
MAX_DIMENSIONS, MAX_COUNT = 4, 1000


class Difference(msgspec.Struct, frozen=True):
    """How a value differs from the oracle's, after a name such as ``softmax(x)``."""

    brief: str
    full: str = ""


def compare(actual: Any, expected: Any, *, rtol: float, atol: float) -> Difference | None:
    """Return how `actual` differs from `expected`, or None when they match.

    Numbers match as Python numbers, numpy scalars or 0-d arrays alike. Where the oracle is
    floating, float64 is wanted; where it counts, any integer or boolean dtype will do.
    """
    if actual is None and expected is not None:
        return Difference(_("is None. Did you forget to `return` the result?"))
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
                actual=_count(len(actual), ()), expected=len(expected)
            )
        )
    for index, (mine, wanted) in enumerate(zip(actual, expected, strict=True)):
        if difference := compare(mine, wanted, rtol=rtol, atol=atol):
            return _inside(_("value {index}").format(index=index), difference)
    return None


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
                actual=_count(len(actual), ()), expected=len(expected)
            )
        )
    for key, wanted in expected.items():
        if difference := compare(actual[key], wanted, rtol=rtol, atol=atol):
            return _inside(_("key {key!r}").format(key=key), difference)
    return None


def _inside(place: str, difference: Difference) -> Difference:
    return Difference(f"({place}) {difference.brief}", difference.full)


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
        return _wrong_places(actual, expected, wrong) if wrong.any() else None
    for name, test in ((_("NaN"), np.isnan), (_("infinity"), np.isinf)):
        unwanted = np.asarray(test(actual) & ~test(expected))
        if unwanted.any():
            return Difference(
                _("contains {name}.").format(name=name), _first_place(actual, expected, unwanted)
            )
    with np.errstate(all="ignore"):
        wrong = ~np.isclose(actual, expected, rtol=rtol, atol=atol, equal_nan=True)
    return _wrong_places(actual, expected, wrong) if wrong.any() else None


def _wrong_places(actual: np.ndarray, expected: np.ndarray, wrong: np.ndarray) -> Difference:
    if actual.ndim == 0:
        return Difference(_("has the wrong value."), _largest(actual, expected))
    count = int(wrong.sum())
    brief = ngettext(
        "has {count} wrong value of {size}.", "has {count} wrong values of {size}.", count
    ).format(count=count, size=wrong.size)
    place = _first_place(actual, expected, wrong)
    return Difference(brief, f"{place} {_largest(actual, expected)}".strip())


def _first_place(actual: np.ndarray, expected: np.ndarray, wrong: np.ndarray) -> str:
    if actual.ndim == 0:
        return ""
    index = tuple(int(i) for i in np.argwhere(wrong)[0])
    place = index[0] if len(index) == 1 else index
    return _("First at index {index}: {actual}, expected {expected}.").format(
        index=place, actual=_number(actual[index]), expected=_number(expected[index])
    )


def _largest(actual: np.ndarray, expected: np.ndarray) -> str:
    if actual.dtype.kind not in "iufc" or expected.dtype.kind == "b":
        return ""
    with np.errstate(all="ignore"):
        error = np.abs(actual.astype(complex) - expected.astype(complex))
    error = error[np.isfinite(error)]
    if not error.any():
        return ""  # what differs is not finite
    return _("The largest error is {error:.3g}.").format(error=float(error.max()))


def _number(value: Any) -> str:
    return f"{value:.9g}" if isinstance(value, np.floating) else str(value)


def describe(value: Any, known: Collection[int] | None = None) -> str:
    """Say what kind of thing `value` is, without its contents; for `known` see `shape_text`."""
    if isinstance(value, StudentObject):
        return _("an object")
    if isinstance(value, np.ndarray) and value.ndim:
        return _("an array of shape {shape}").format(shape=shape_text(value.shape, known))
    if isinstance(value, int | float | complex | np.generic | np.ndarray):
        return _("a number")
    if value is None:
        return "None"
    return _("a {kind}").format(kind=type(value).__name__)


def shape_text(shape: tuple[int, ...], known: Collection[int] | None = None) -> str:
    """Return a shape as a person reads it.

    A shape can be chosen to spell out a hidden input. Where `known` is given, the shape is the
    student's, and only small numbers and those of `known` are said exactly.
    """
    if not shape:
        return _("() (one number)")
    if known is None:
        return str(shape)
    if len(shape) > MAX_DIMENSIONS:
        return "(…)"
    numbers = ", ".join(_count(number, known) for number in shape)
    return f"({numbers},)" if len(shape) == 1 else f"({numbers})"


def _count(number: int, known: Collection[int]) -> str:
    return str(number) if number < MAX_COUNT or number in known else f"{MAX_COUNT:,}+"


def show(value: Any) -> str:
    """Return a short text of `value`, as numpy would print it."""
    if isinstance(value, StudentObject) and value.stands_for_ is not None:
        text = show(value.stands_for_)
    elif isinstance(value, StudentObject):
        text = _("a {kind} object").format(kind=value.handle_.kind)
    elif callable(value):
        doc = (getattr(value, "__doc__", None) or "").strip().splitlines()
        text = doc[0].removesuffix(".") if doc else getattr(value, "__name__", "f")
    elif isinstance(value, np.ndarray) and _is_long(value):
        text = f"{describe(value)}  ({value.dtype})"
    elif isinstance(value, np.ndarray):
        text = np.array2string(value, precision=8, separator=", ", threshold=60, edgeitems=3)
        text = f"{text}  ({value.dtype})" if value.dtype != np.float64 else text
    elif isinstance(value, np.generic):
        text = str(value)
    elif isinstance(value, tuple | list):
        inner = _joined(show(item) for item in value[:20])
        text = f"({inner})" if isinstance(value, tuple) else f"[{inner}]"
    elif isinstance(value, dict):
        items = list(value.items())[:20]
        text = "{" + _joined(f"{key!r}: {show(item)}" for key, item in items) + "}"
    else:
        text = repr(value)
    return text if len(text) <= MAX_SHOWN else text[: MAX_SHOWN - 1] + "…"


def _is_long(array: np.ndarray) -> bool:
    printed: int = math.prod(min(number, 6) for number in array.shape)
    return printed > MAX_PRINTED


def _joined(texts: Iterator[str]) -> str:
    """Join texts until they are longer than what is shown: nested lists hold millions."""
    parts: list[str] = []
    length = 0
    for text in texts:
        parts.append(text)
        length += len(text)
        if length > MAX_SHOWN:
            break
    return ",\n ".join(parts)
