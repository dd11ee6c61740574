"""Values in print and in words: what a message shows of them."""

import math
from collections.abc import Collection, Iterator
from typing import Any

import numpy as np

from grader.language import gettext as _
from grader.worker.proxy import StudentObject

MAX_SHOWN = 700
LINE = 76
PRINTED_WHOLE = 60  # numbers; of a larger array its corners are shown
MAX_PRINTED = 600  # numbers of one array; numpy would print 6 of each dimension of many
MAX_DIMENSIONS, MAX_COUNT = 4, 1000


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
    numbers = ", ".join(count_text(number, known) for number in shape)
    return f"({numbers},)" if len(shape) == 1 else f"({numbers})"


def count_text(number: int, known: Collection[int]) -> str:
    """Say a number the student's code chose: exactly where it is small or among `known`."""
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
        text = np.array2string(
            value, precision=8, separator=", ", threshold=PRINTED_WHOLE, edgeitems=3
        )
        text = f"{text}  ({value.dtype})" if value.dtype != np.float64 else text
    elif isinstance(value, np.generic):
        text = str(value)
    elif isinstance(value, tuple | list):
        inner = _joined(show(item) for item in value)
        comma = "," if isinstance(value, tuple) and len(value) == 1 else ""
        text = f"({inner}{comma})" if isinstance(value, tuple) else f"[{inner}]"
    elif isinstance(value, dict):
        text = "{" + _joined(f"{key!r}: {show(item)}" for key, item in value.items()) + "}"
    else:
        text = repr(value)
    return text if len(text) <= MAX_SHOWN else text[: MAX_SHOWN - 1] + "…"


def _is_long(array: np.ndarray) -> bool:
    printed: int = math.prod(min(number, 6) for number in array.shape)
    return printed > MAX_PRINTED


def _joined(texts: Iterator[str]) -> str:
    """Fill lines as numpy does; what has several lines gets its own.

    It ends when there is more than what is shown: nested lists hold millions.
    """
    lines = [""]
    length = 0
    for text in texts:
        fits = len(lines[-1]) + len(text) < LINE and "\n" not in text + lines[-1]
        if lines[-1] and fits:
            lines[-1] += f", {text}"
        elif lines[-1]:
            lines[-1] += ","
            lines.append(" " + text.replace("\n", "\n "))
        else:
            lines[-1] = text.replace("\n", "\n ")
        length += len(text)
        if length > MAX_SHOWN:
            break
    return "\n".join(lines)
