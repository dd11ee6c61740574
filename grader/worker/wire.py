"""The wire: plain data in frames, checked on arrival; both sides of the boundary import it.

A frame is ``header length (u32) | body length (u64) | header | body``. The header is MessagePack,
the body holds the raw bytes of the arrays in the order the header mentions them, so the size of
what a hostile sender makes us allocate is bounded before a byte of it is read. Only the types
of ``values`` cross; everything is compared with ``type(x) is``, because a subclass brings its own
behaviour. Nothing here ever unpickles, imports or calls what it received.
"""

import math
import socket
import time

import numpy as np

from .reader import Reader
from .values import (
    DTYPES,
    MAX_BODY,
    MAX_DEPTH,
    MAX_ENTRIES,
    MAX_EXTENSIONS,
    MAX_HEADER,
    NESTING,
    SAME,
    Callback,
    Handle,
    Refer,
    Same,
    Token,
    Value,
    WireClosed,
    WireError,
    WireTimeout,
    mapped,
    refuse,
    weight,
)
from .writer import PREFIX, Writer

__all__ = [
    "DTYPES",
    "MAX_BODY",
    "MAX_DEPTH",
    "MAX_ENTRIES",
    "MAX_EXTENSIONS",
    "MAX_HEADER",
    "NESTING",
    "PREFIX_SIZE",
    "SAME",
    "Callback",
    "Handle",
    "Reader",
    "Refer",
    "Same",
    "Token",
    "WireClosed",
    "WireError",
    "WireTimeout",
    "Writer",
    "mapped",
    "receive",
    "refuse",
    "send",
    "weight",
]

PREFIX_SIZE = PREFIX.size
_CHUNK, _SMALL = 1 << 20, 1 << 14  # most frames come in one piece


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
    begun = bytearray()
    _read_until(channel, begun, PREFIX_SIZE, deadline)
    header_size, body_size = PREFIX.unpack_from(begun)
    if header_size > MAX_HEADER or body_size > limit:
        raise WireError("a frame larger than allowed")
    body_start = PREFIX_SIZE + header_size
    _read_until(channel, begun, body_start, deadline)
    early = len(begun) - body_start
    if early > body_size:
        raise WireError("a frame with bytes that belong to nothing")
    # Memory of its own, where arrays lie on addresses numpy likes; a page of it is used only when
    # something arrives there, so an announced size costs nothing.
    body = np.empty(body_size, np.uint8).data
    body[:early] = begun[body_start:]
    _fill(channel, body[early:], deadline)
    return Reader(bytes(begun[PREFIX_SIZE:body_start]), body).message()


def _read_until(channel: socket.socket, data: bytearray, size: int, deadline: float) -> None:
    """Read until `data` has at least `size` bytes, growing it only as they arrive."""
    while len(data) < size:
        piece = bytearray(max(min(size - len(data), _CHUNK), _SMALL))
        data += piece[: _receive_into(channel, memoryview(piece), deadline)]


def _fill(channel: socket.socket, space: memoryview, deadline: float) -> None:
    while space:
        space = space[_receive_into(channel, space, deadline) :]


def _receive_into(channel: socket.socket, space: memoryview, deadline: float) -> int:
    """Read into some or all of `space`, and return how much."""
    try:
        channel.settimeout(_remaining(deadline))
        count = channel.recv_into(space)
    except TimeoutError:
        raise WireTimeout("no answer in time") from None
    except OSError as error:
        raise WireClosed(str(error)) from None
    if not count:
        raise WireClosed("the other side closed the wire")
    return count


def _remaining(deadline: float) -> float | None:
    if deadline == math.inf:
        return None
    left = deadline - time.monotonic()
    if left <= 0:
        raise WireTimeout("the deadline has passed")
    return left
