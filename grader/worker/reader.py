"""Reading a message: nothing is believed that was not checked."""

import math
from collections.abc import Iterator
from typing import Any

import msgspec
import numpy as np

from .values import (
    ALIGNMENT,
    ARRAY,
    ATOMS,
    CALLBACK,
    COMPLEX,
    DICT,
    DTYPES,
    HANDLE,
    INT,
    KEYS,
    MAX_DEPTH,
    MAX_DIMENSION,
    MAX_ENTRIES,
    MAX_EXTENSIONS,
    MAX_INT_BYTES,
    MAX_NUMBER,
    NESTING,
    REFERENCES,
    SAME,
    SAME_CODE,
    SCALAR,
    TOKEN,
    TUPLE,
    Callback,
    Handle,
    Same,
    Token,
    Value,
    WireError,
    may_cross,
)

_LEAVES = frozenset({complex, np.ndarray, Same}) | REFERENCES


class Reader:
    """Reads one message out of a frame and believes nothing it has not checked."""

    def __init__(self, header: bytes, body: memoryview) -> None:
        self._header = header
        self._body = body
        self._position = 0
        self._entries = 0
        self._extensions = 0
        self._nesting = 0
        self._dicts: set[int] = set()  # made by `_dict`: MessagePack's own maps are not counted

    def message(self) -> list[Value]:
        """Return the message, or raise WireError whatever the bytes were."""
        try:
            value = self._decode(self._header)
            self._check(value, 0)
        except WireError:
            raise
        except (msgspec.MsgspecError, ValueError, TypeError, OverflowError) as error:
            raise WireError(f"a malformed frame: {error}") from None
        except (RecursionError, MemoryError):
            raise WireError("a frame nested too deeply, or too large") from None
        if self._position != len(self._body):
            raise WireError("a frame with bytes that belong to nothing")
        if type(value) is not list or not value or type(value[0]) is not str:
            raise WireError("a frame that is no message")
        return value

    def _decode(self, data: bytes | memoryview) -> Any:
        self._nesting += 1
        self._extensions += 1
        if self._nesting > MAX_DEPTH + 1:
            raise WireError("a frame nested too deeply")
        if self._extensions > MAX_EXTENSIONS + 1:  # the message itself is read like one
            raise WireError("a frame with more values than allowed")
        value = msgspec.msgpack.decode(data, ext_hook=self._extension)
        self._nesting -= 1
        return value

    def _extension(self, code: int, data: memoryview) -> Any:  # noqa: C901, PLR0911 - one branch a type
        if code == SAME_CODE and not data:
            return SAME
        if code == INT and 0 < len(data) <= MAX_INT_BYTES:
            return int.from_bytes(data, "big", signed=True)
        content = self._decode(data)
        match code, content:
            case int(c), list(items) if c == TUPLE:
                return tuple(items)
            case int(c), list(pairs) if c == DICT:
                return self._dict(pairs)
            case int(c), [float(real), float(imaginary)] if c == COMPLEX:
                return complex(real, imaginary)
            case int(c), [str(dtype), list(shape), bool(writeable)] if c == ARRAY:
                return self._array(_dtype(dtype), _shape(shape), writeable=writeable)
            case int(c), [str(dtype), bytes(raw)] if c == SCALAR:
                return _filled(np.frombuffer(bytearray(raw), _dtype(dtype)).reshape(()))[()]
            case int(c), [int(number), str(kind)] if c == HANDLE:
                return Handle(_number(number), kind[:80])
            case int(c), [int(number)] if c == CALLBACK:
                return Callback(_number(number))
            case int(c), [int(number)] if c == TOKEN:
                return Token(_number(number))
        raise WireError("a frame with a value of no known type")

    def _dict(self, pairs: list[Any]) -> dict[Any, Any]:
        self._entries += len(pairs)
        if self._entries > MAX_ENTRIES:
            raise WireError("a frame with more dict entries than allowed")
        made = dict(_pairs(pairs))
        self._dicts.add(id(made))
        return made

    def _check(self, value: Any, depth: int) -> None:
        """Walk the whole value: only known types, and none too deep, whatever it is nested in."""
        kind = type(value)
        if kind in ATOMS:
            return
        if kind is dict and id(value) not in self._dicts:
            raise WireError("a frame with a map")
        if kind in NESTING:
            if depth > MAX_DEPTH:
                raise WireError("a frame nested too deeply")
            for item in (*value, *value.values()) if kind is dict else value:
                self._check(item, depth + 1)
        elif kind not in _LEAVES and not isinstance(value, np.generic):
            raise WireError("a frame with a value of no known type")

    def _array(self, dtype: np.dtype, shape: tuple[int, ...], *, writeable: bool) -> np.ndarray:
        count = math.prod(shape)
        if count == 0:
            return np.empty(shape, dtype)
        start = self._position + -self._position % ALIGNMENT
        end = start + count * dtype.itemsize
        if end > len(self._body):
            raise WireError("an array that is larger than the frame")
        self._position = end
        array = _filled(np.frombuffer(self._body[start:end], dtype).reshape(shape))
        array.flags.writeable = writeable
        return array


def _dtype(code: str) -> np.dtype:
    if code in DTYPES:
        return np.dtype(code)
    if code[:2] in ("<U", "|S") and code[2:].isdecimal() and len(code) < 8:
        dtype = np.dtype(code)
        if may_cross(dtype):
            return dtype
    raise WireError("an array of a dtype that may not cross")


def _shape(shape: list[Any]) -> tuple[int, ...]:
    if len(shape) > 32 or any(type(n) is not int or not 0 <= n < MAX_DIMENSION for n in shape):
        raise WireError("an array with an impossible shape")
    return tuple(shape)


def _number(number: int) -> int:
    if not 0 <= number < MAX_NUMBER:
        raise WireError("a reference with an impossible number")
    return number


def _filled(array: np.ndarray) -> np.ndarray:
    """Refuse bytes that are no value of the dtype (a code point beyond Unicode, a bool of 7)."""
    if array.dtype.kind == "U" and array.size:
        points = array.reshape(-1).view(np.uint32)
        if points.max() > 0x10FFFF or ((points >= 0xD800) & (points < 0xE000)).any():
            raise WireError("a string array with characters that are no text")
    if array.dtype.kind == "b" and array.size and array.view(np.uint8).max() > 1:
        raise WireError("a bool array with values other than 0 and 1")
    return array


def _pairs(pairs: list[Any]) -> Iterator[tuple[Any, Any]]:
    for pair in pairs:
        if type(pair) is not list or len(pair) != 2 or type(pair[0]) not in KEYS:
            raise WireError("a dict with a key that may not cross")
        yield pair[0], pair[1]
