"""Whether two answers are the same up to rounding, and whether they could be so by accident."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from grader.worker import wire
from grader.worker.connection import StudentError

RTOL, ATOL = 1e-6, 1e-9
RTOL_SINGLE, ATOL_SINGLE = 1e-4, 1e-6  # a float32 has seven digits, and sums in it lose some
TELLING_DIGITS, TELLING_COUNT = 3, 4  # 0.5 is soon given by accident, and so is a row of zeros


def alike(first: Any, second: Any) -> bool:
    """Whether a check could take both for the same: a Python 2 will do where 2.0 is wanted."""
    return _alike(first, second, counts=False)


def right(answer: Any, solution: Any) -> bool:
    """Whether a check that wants the solution's answer takes `answer` for it: 2.0 is no count."""
    return _alike(answer, solution, counts=True)


def is_telling(answer: Any) -> bool:
    """Whether nobody gives this answer by accident, as an exception, a NaN or a 0 may be."""
    for array in _arrays(answer):
        with np.errstate(all="ignore"):
            values = array[np.isfinite(array)].astype(complex)
            rounded = np.round(values, TELLING_DIGITS)
        has_digits = not np.allclose(values, rounded, rtol=RTOL, atol=ATOL)
        if has_digits or len(np.unique(rounded)) >= TELLING_COUNT:
            return True
    return False


def _alike(first: Any, second: Any, *, counts: bool) -> bool:
    if isinstance(first, StudentError) or isinstance(second, StudentError):
        return (
            isinstance(first, StudentError)
            and isinstance(second, StudentError)
            and (first.kind, first.type_name) == (second.kind, second.type_name)
        )
    if isinstance(first, list | tuple):
        return (
            isinstance(second, list | tuple)
            and len(first) == len(second)
            and all(_alike(a, b, counts=counts) for a, b in zip(first, second, strict=True))
        )
    if isinstance(first, dict):
        return (
            isinstance(second, dict)
            and first.keys() == second.keys()
            and all(_alike(first[key], second[key], counts=counts) for key in first)
        )
    if isinstance(first, np.ndarray | np.generic | int | float | complex):
        return _alike_numbers(first, second, counts=counts)
    if isinstance(first, wire.Handle):
        return isinstance(second, wire.Handle) and first.kind == second.kind
    if isinstance(first, wire.Same | wire.Token):
        return type(first) is type(second)
    return type(first) is type(second) and bool(first == second)


def _alike_numbers(first: Any, second: Any, *, counts: bool) -> bool:
    if not isinstance(second, np.ndarray | np.generic | int | float | complex):
        return False
    one, two = np.asarray(first), np.asarray(second)
    same_kind = (
        _kind(one) == _kind(two)
        or (type(first) is int and _kind(one) + _kind(two) == "if")
        or (type(second) is int and _kind(one) + _kind(two) == "fi" and not counts)
    )
    if one.shape != two.shape or not same_kind:
        return False
    if not {one.dtype.kind, two.dtype.kind} & {"f", "c"}:
        return bool(np.array_equal(one, two))
    single = np.float32 in (one.dtype, two.dtype)
    rtol, atol = (RTOL_SINGLE, ATOL_SINGLE) if single else (RTOL, ATOL)
    return bool(np.allclose(one, two, rtol=rtol, atol=atol, equal_nan=True))


def _kind(array: np.ndarray) -> str:
    """Return the dtype's kind; booleans count as integers, as they do where a count is asked."""
    return "i" if array.dtype.kind in "biu" else array.dtype.kind


def _arrays(value: Any) -> Iterator[np.ndarray]:
    """Yield the numbers of an answer."""
    if isinstance(value, list | tuple):
        for item in value:
            yield from _arrays(item)
    elif isinstance(value, dict):
        yield from _arrays(list(value.values()))
    elif isinstance(value, np.ndarray | np.generic | int | float | complex):
        array = np.asarray(value)
        if array.dtype.kind in "iufc":
            yield array
