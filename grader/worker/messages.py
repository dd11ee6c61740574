"""What the judge and the trusted part of the inside tell each other, and how.

Only trusted processes speak this: the control socket is closed before a submission is loaded.
"""

import errno
import os
import socket
import struct
from typing import Any

import msgspec

SUBMISSION_FOLDER = "/submission"  # as a sandbox shows it

_SIZE = struct.Struct(">I")


class Files(msgspec.Struct, frozen=True):
    """What is loaded: the module's name, the sources, and the folder they appear to be in.

    Where it ``is_notebook``, the module's source is its cells in percent format, which are run one
    by one so that a broken one costs only itself.
    """

    module: str
    sources: dict[str, bytes]
    folder: str
    is_notebook: bool = False


class Bounds(msgspec.Struct, frozen=True):
    """What one check may use, as the judge decided."""

    cpu_seconds: float
    memory_mb: int
    output_mb: int
    disk_mb: int
    processes: int


class Opening(msgspec.Struct, frozen=True):
    """The message that opens a cell."""

    files: Files
    bounds: Bounds


class Ending(msgspec.Struct, frozen=True):
    """How a check's process ended.

    Attributes
    ----------
    status, signal
        Its exit status, or the signal that ended it; the other is None.
    reason
        The limit for which the cell ended it, if it did.
    is_last
        The check left something in the cell, which runs no other then.
    """

    status: int | None
    signal: int | None
    reason: str | None = None
    is_last: bool = False


Refused = tuple[int, str]  # what the machine refused a cell: the system's number, and in words


def send_message(channel: socket.socket, message: Any, descriptors: list[int]) -> None:
    """Send one control message, with open files attached."""
    data = msgspec.msgpack.encode(message)
    if descriptors:
        socket.send_fds(channel, [_SIZE.pack(len(data))], descriptors)
    else:
        channel.sendall(_SIZE.pack(len(data)))
    channel.sendall(data)


def receive_message(channel: socket.socket) -> tuple[bytes, list[int]] | None:
    """Receive one control message, or None when the other side is gone.

    Raises
    ------
    OSError
        When this process may have no more open files.
    """
    head, descriptors, flags, _address = socket.recv_fds(channel, _SIZE.size, 4)
    if flags & socket.MSG_CTRUNC:  # the system leaves out what there is no number for
        for number in descriptors:
            os.close(number)
        raise OSError(errno.EMFILE, os.strerror(errno.EMFILE))
    while head and len(head) < _SIZE.size:
        head += channel.recv(_SIZE.size - len(head))
    if len(head) < _SIZE.size:
        return None
    (size,) = _SIZE.unpack(head)
    data = bytearray()
    while len(data) < size:
        chunk = channel.recv(min(1 << 20, size - len(data)))
        if not chunk:
            return None
        data += chunk
    return bytes(data), list(descriptors)
