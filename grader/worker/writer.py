"""Writing a message: a MessagePack tree, and the bytes of arrays beside it."""

import struct
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
    HANDLE,
    INT,
    KEYS,
    MAX_BODY,
    MAX_DEPTH,
    MAX_ENTRIES,
    MAX_EXTENSIONS,
    MAX_HEADER,
    MAX_INT_BYTES,
    REFERENCES,
    SAME_CODE,
    SCALAR,
    TOKEN,
    TUPLE,
    Callback,
    Handle,
    Refer,
    Same,
    Token,
    Value,
    WireError,
    may_cross,
)

PREFIX = struct.Struct(">IQ")  # header length, body length


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
        return [PREFIX.pack(len(header), self._body_size) + header, *self._body]

    def plain(self, value: Value, depth: int) -> Any:  # noqa: C901, PLR0911 - one branch a type
        """Turn `value` into what MessagePack can say."""
        kind = type(value)
        if kind is int:
            return value if -(2**63) <= value < 2**63 else self._large(value)
        if kind in ATOMS:
            return value
        if depth > MAX_DEPTH:
            raise WireError(f"a value nested deeper than {MAX_DEPTH} levels cannot cross the wire")
        if kind is list:
            return [self.plain(item, depth + 1) for item in value]
        if kind is tuple:
            return self._extension(TUPLE, [self.plain(item, depth + 1) for item in value])
        if kind is dict:
            return self._dict(value, depth)
        if kind is complex:
            return self._extension(COMPLEX, [value.real, value.imag])
        if kind is np.ndarray and may_cross(value.dtype):
            return self._array(value)
        if isinstance(value, np.generic) and kind is value.dtype.type and may_cross(value.dtype):
            return self._extension(SCALAR, [value.dtype.str, value.tobytes()])
        if kind is Same:
            return msgspec.msgpack.Ext(SAME_CODE, b"")
        return self._reference(value)

    def _dict(self, value: dict[Any, Any], depth: int) -> msgspec.msgpack.Ext:
        self._entries += len(value)
        if self._entries > MAX_ENTRIES:
            raise WireError(f"dicts of more than {MAX_ENTRIES} entries cannot cross the wire")
        for key in value:
            if type(key) not in KEYS:
                raise WireError(f"a dict with a {type(key).__name__} key cannot cross the wire")
        pairs = [[self.plain(k, depth + 1), self.plain(v, depth + 1)] for k, v in value.items()]
        return self._extension(DICT, pairs)

    def _array(self, array: np.ndarray) -> msgspec.msgpack.Ext:
        data = array if array.flags.c_contiguous else array.copy(order="C")
        padding = -self._body_size % ALIGNMENT
        if data.size:
            self._body += [bytes(padding), data.data.cast("B") if data.ndim else data.tobytes()]
            self._body_size += padding + data.nbytes
        described = [array.dtype.str, list(array.shape), bool(array.flags.writeable)]
        return self._extension(ARRAY, described)

    def _extension(self, code: int, content: list[Any]) -> msgspec.msgpack.Ext:
        self._extensions += 1
        if self._extensions > MAX_EXTENSIONS:
            raise WireError(f"more than {MAX_EXTENSIONS} values in one cannot cross the wire")
        return msgspec.msgpack.Ext(code, msgspec.msgpack.encode(content))

    def _large(self, value: int) -> msgspec.msgpack.Ext:
        size = value.bit_length() // 8 + 1
        if size > MAX_INT_BYTES:
            raise WireError("an integer of more than 4096 bits cannot cross the wire")
        return msgspec.msgpack.Ext(INT, value.to_bytes(size, "big", signed=True))

    def _reference(self, value: object) -> msgspec.msgpack.Ext:
        reference = value if type(value) in REFERENCES else self._refer(value)
        if isinstance(reference, Handle):
            return self._extension(HANDLE, [reference.number, reference.kind])
        assert isinstance(reference, Callback | Token)
        code = CALLBACK if isinstance(reference, Callback) else TOKEN
        return self._extension(code, [reference.number])
