"""What may cross the wire: the listed types, their limits, and references to all the rest."""

from collections.abc import Callable
from typing import Any

import numpy as np

MAX_HEADER = 4 << 20
MAX_BODY = 1 << 30
MAX_DEPTH = 40
MAX_ENTRIES = 10_000  # of all dicts of a message: keys can be chosen to collide
MAX_EXTENSIONS = 200_000  # of a message: each takes the reader some microseconds
MAX_DIMENSION = 1 << 32
MAX_INT_BYTES = 512
MAX_NUMBER = 1 << 62  # of handles, callbacks and tokens
ALIGNMENT = 16
DTYPES = frozenset(
    np.dtype(code).str
    for code in "? b B h H i I l L q Q e f d F D".split()  # noqa: SIM905
)
MAX_STRING_ITEM = 4096  # bytes of one element of a string array

# The codes of MessagePack extensions.
TUPLE, DICT, COMPLEX, ARRAY, SCALAR, INT, HANDLE, CALLBACK, SAME_CODE, TOKEN = range(1, 11)
ATOMS = frozenset({type(None), bool, int, float, str, bytes})
NESTING = frozenset({list, tuple, dict})
KEYS = frozenset({str, bytes, int, bool, type(None), tuple})

Value = Any
"""What crosses: see ``Writer.plain`` for the list."""


class WireError(Exception):
    """What arrived, or was to be sent, breaks the rules of the wire."""


class WireClosed(WireError):  # noqa: N818 - says what happened
    """The other side is gone."""


class WireTimeout(WireError):  # noqa: N818 - says what happened
    """The deadline passed before a whole frame had arrived."""


class Handle:
    """A reference to an object that stays in the worker: its number and its type's name."""

    __slots__ = ("kind", "number")

    def __init__(self, number: int, kind: str) -> None:
        self.number = number
        self.kind = kind


class Callback:
    """A reference to a function that stays in the judge, by an unguessable number."""

    __slots__ = ("number",)

    def __init__(self, number: int) -> None:
        self.number = number


class Token:
    """A reference to an object that stays in the judge; the worker can only hand it back."""

    __slots__ = ("number",)

    def __init__(self, number: int) -> None:
        self.number = number


class Same:
    """Stands for an argument that the call left as it was."""


SAME = Same()

Refer = Callable[[Any], Handle | Callback | Token]
"""Turns an object that cannot cross into a reference, or raises WireError."""


def refuse(value: object) -> Handle | Callback | Token:
    """Refer to nothing: only plain data may be sent."""
    raise WireError(f"a {type(value).__name__} cannot cross the wire")


REFERENCES = frozenset({Handle, Callback, Token})
_OBJECT_BYTES = 64


def may_cross(dtype: np.dtype) -> bool:
    """Whether arrays of a dtype cross: numbers, booleans, and text of bounded length."""
    if dtype.str in DTYPES:
        return True
    return dtype.kind in "US" and dtype.isnative and 0 < dtype.itemsize <= MAX_STRING_ITEM


def mapped(function: Callable[[Any], Any], value: Any) -> Any:
    """Apply `function` to the items of a list, tuple or dict; return anything else as it is."""
    kind = type(value)
    if kind is list or kind is tuple:
        return kind(function(item) for item in value)
    if kind is dict:
        return {key: function(item) for key, item in value.items()}
    return value


def weight(value: Any) -> int:
    """Return roughly how many bytes of memory a received value takes."""
    total, left = 0, [value]
    while left:
        item = left.pop()
        kind = type(item)
        if kind is list or kind is tuple:
            left += item
        elif kind is dict:
            left += [*item, *item.values()]
        total += item.nbytes if kind is np.ndarray else _OBJECT_BYTES
        total += len(item) if kind is str or kind is bytes else 0
    return total
