"""The wire: plain data in frames, checked on arrival; both sides of the boundary import it.

A frame is ``header length (u32) | body length (u64) | header | body``. The header is MessagePack,
the body holds the raw bytes of the arrays in the order the header mentions them, so the size of
what a hostile sender makes us allocate is bounded before a byte of it is read. Only the types
below cross; everything is compared with ``type(x) is``, because a subclass brings its own
behaviour. Nothing here ever unpickles, imports or calls what it received.
"""

import math
import socket
import struct
import time
from collections.abc import Callable, Iterator
from typing import Any

import msgspec
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
_CHUNK, _SMALL = 1 << 20, 1 << 14  # most frames come in one piece
PREFIX_SIZE = 12
DTYPES = frozenset(
    np.dtype(code).str
    for code in "? b B h H i I l L q Q e f d F D".split()  # noqa: SIM905
)
MAX_STRING_ITEM = 4096  # bytes of one element of a string array

_PREFIX = struct.Struct(">IQ")
_TUPLE, _DICT, _COMPLEX, _ARRAY, _SCALAR, _INT, _HANDLE, _CALLBACK, _SAME, _TOKEN = range(1, 11)
_ATOMS = frozenset({type(None), bool, int, float, str, bytes})
_KEYS = frozenset({str, bytes, int, bool, type(None), tuple})

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


class Writer:
    """Collects one message: a MessagePack tree and the arrays beside it."""

    def __init__(self, refer: Refer) -> None:
        self._refer = refer
        self._body: list[memoryview | bytes] = []
        self._body_size = 0
        self._entries = 0
        self._extensions = 0

    def frame(self, message: list[Value]) -> list[memoryview | bytes]:
        """Return the chunks of the frame that carries `message`."""
        try:
            header = msgspec.msgpack.encode(self.plain(message, 0))
        except UnicodeEncodeError as error:
            raise WireError("text with characters that are no text cannot cross") from error
        if len(header) > MAX_HEADER or self._body_size > MAX_BODY:
            raise WireError("the value is too large to cross the wire")
        return [_PREFIX.pack(len(header), self._body_size) + header, *self._body]

    def plain(self, value: Value, depth: int) -> Any:  # noqa: C901, PLR0911 - one branch a type
        """Turn `value` into what MessagePack can say."""
        kind = type(value)
        if kind is int:
            return value if -(2**63) <= value < 2**63 else self._large(value)
        if kind in _ATOMS:
            return value
        if depth > MAX_DEPTH:
            raise WireError(f"a value nested deeper than {MAX_DEPTH} levels cannot cross the wire")
        if kind is list:
            return [self.plain(item, depth + 1) for item in value]
        if kind is tuple:
            return self._extension(_TUPLE, [self.plain(item, depth + 1) for item in value])
        if kind is dict:
            return self._dict(value, depth)
        if kind is complex:
            return self._extension(_COMPLEX, [value.real, value.imag])
        if kind is np.ndarray and _may_cross(value.dtype):
            return self._array(value)
        if isinstance(value, np.generic) and kind is value.dtype.type and _may_cross(value.dtype):
            return self._extension(_SCALAR, [value.dtype.str, value.tobytes()])
        if kind is Same:
            return msgspec.msgpack.Ext(_SAME, b"")
        return self._reference(value)

    def _dict(self, value: dict[Any, Any], depth: int) -> msgspec.msgpack.Ext:
        self._entries += len(value)
        if self._entries > MAX_ENTRIES:
            raise WireError(f"dicts of more than {MAX_ENTRIES} entries cannot cross the wire")
        for key in value:
            if type(key) not in _KEYS:
                raise WireError(f"a dict with a {type(key).__name__} key cannot cross the wire")
        pairs = [[self.plain(k, depth + 1), self.plain(v, depth + 1)] for k, v in value.items()]
        return self._extension(_DICT, pairs)

    def _array(self, array: np.ndarray) -> msgspec.msgpack.Ext:
        data = array if array.flags.c_contiguous else array.copy(order="C")
        padding = -self._body_size % ALIGNMENT
        if data.size:
            self._body += (
                [bytes(padding), data.data.cast("B")]
                if data.ndim
                else [
                    bytes(padding),
                    data.tobytes(),
                ]
            )
            self._body_size += padding + data.nbytes
        described = [array.dtype.str, list(array.shape), bool(array.flags.writeable)]
        return self._extension(_ARRAY, described)

    def _extension(self, code: int, content: list[Any]) -> msgspec.msgpack.Ext:
        self._extensions += 1
        if self._extensions > MAX_EXTENSIONS:
            raise WireError(f"more than {MAX_EXTENSIONS} values in one cannot cross the wire")
        return msgspec.msgpack.Ext(code, msgspec.msgpack.encode(content))

    def _large(self, value: int) -> msgspec.msgpack.Ext:
        size = value.bit_length() // 8 + 1
        if size > MAX_INT_BYTES:
            raise WireError("an integer of more than 4096 bits cannot cross the wire")
        return msgspec.msgpack.Ext(_INT, value.to_bytes(size, "big", signed=True))

    def _reference(self, value: object) -> msgspec.msgpack.Ext:
        reference = value if type(value) in _REFERENCES else self._refer(value)
        if isinstance(reference, Handle):
            return self._extension(_HANDLE, [reference.number, reference.kind])
        assert isinstance(reference, Callback | Token)
        code = _CALLBACK if isinstance(reference, Callback) else _TOKEN
        return self._extension(code, [reference.number])


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
        if code == _SAME and not data:
            return SAME
        if code == _INT and 0 < len(data) <= MAX_INT_BYTES:
            return int.from_bytes(data, "big", signed=True)
        content = self._decode(data)
        match code, content:
            case int(c), list(items) if c == _TUPLE:
                return tuple(items)
            case int(c), list(pairs) if c == _DICT:
                return self._dict(pairs)
            case int(c), [float(real), float(imaginary)] if c == _COMPLEX:
                return complex(real, imaginary)
            case int(c), [str(dtype), list(shape), bool(writeable)] if c == _ARRAY:
                return self._array(_dtype(dtype), _shape(shape), writeable=writeable)
            case int(c), [str(dtype), bytes(raw)] if c == _SCALAR:
                return _filled(np.frombuffer(bytearray(raw), _dtype(dtype)).reshape(()))[()]
            case int(c), [int(number), str(kind)] if c == _HANDLE:
                return Handle(_number(number), kind[:80])
            case int(c), [int(number)] if c == _CALLBACK:
                return Callback(_number(number))
            case int(c), [int(number)] if c == _TOKEN:
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
        if kind in _ATOMS:
            return
        if kind is dict and id(value) not in self._dicts:
            raise WireError("a frame with a map")
        if kind in _NESTING:
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


def _may_cross(dtype: np.dtype) -> bool:
    if dtype.str in DTYPES:
        return True
    return dtype.kind in "US" and dtype.isnative and 0 < dtype.itemsize <= MAX_STRING_ITEM


def _dtype(code: str) -> np.dtype:
    if code in DTYPES:
        return np.dtype(code)
    if code[:2] in ("<U", "|S") and code[2:].isdecimal() and len(code) < 8:
        dtype = np.dtype(code)
        if _may_cross(dtype):
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
        if type(pair) is not list or len(pair) != 2 or type(pair[0]) not in _KEYS:
            raise WireError("a dict with a key that may not cross")
        yield pair[0], pair[1]


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


_OBJECT_BYTES = 64
_NESTING = frozenset({list, tuple, dict})
_REFERENCES = frozenset({Handle, Callback, Token})
_LEAVES = frozenset({complex, np.ndarray, Same}) | _REFERENCES


def send(channel: socket.socket, chunks: list[memoryview | bytes], deadline: float) -> None:
    """Send a frame before `deadline` (of ``time.monotonic``)."""
    if sum(map(len, chunks)) <= _SMALL:
        chunks = [b"".join(chunks)]  # one piece wakes the other side once
    try:
        for chunk in chunks:
            channel.settimeout(_remaining(deadline))
            channel.sendall(chunk)
    except TimeoutError:
        raise WireTimeout("the other side did not read in time") from None
    except OSError as error:
        raise WireClosed(str(error)) from None


def receive(channel: socket.socket, deadline: float, limit: int = MAX_BODY) -> list[Value]:
    """Receive one message before `deadline`, with at most `limit` bytes of arrays.

    The two sides take turns, so what arrives together with a frame and is not part of it is an
    error: nobody asked for it.
    """
    data = bytearray()
    _read_until(channel, data, PREFIX_SIZE, deadline)
    header_size, body_size = _PREFIX.unpack_from(data)
    if header_size > MAX_HEADER or body_size > limit:
        raise WireError("a frame larger than allowed")
    body_start = PREFIX_SIZE + header_size
    _read_until(channel, data, body_start + body_size, deadline)
    whole = memoryview(data)
    return Reader(bytes(whole[PREFIX_SIZE:body_start]), _aligned(whole[body_start:])).message()


def _aligned(body: memoryview) -> memoryview:
    """Return the body where arrays in it lie on addresses numpy likes."""
    return memoryview(bytearray(body)) if len(body) else body


def _read_until(channel: socket.socket, data: bytearray, size: int, deadline: float) -> None:
    """Read until `data` has `size` bytes, growing it only as they arrive."""
    try:
        while len(data) < size:
            channel.settimeout(_remaining(deadline))
            chunk = channel.recv(max(min(size - len(data), _CHUNK), _SMALL))
            if not chunk:
                raise WireClosed("the other side closed the wire")
            data += chunk
    except TimeoutError:
        raise WireTimeout("no answer in time") from None
    except OSError as error:
        raise WireClosed(str(error)) from None


def _remaining(deadline: float) -> float | None:
    if deadline == math.inf:
        return None
    left = deadline - time.monotonic()
    if left <= 0:
        raise WireTimeout("the deadline has passed")
    return left
