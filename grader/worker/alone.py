"""Inside: one check in a plain process of its own, where there are no namespaces to be had.

Nothing here is POSIX-only at import, so that it runs on Windows and macOS too.
"""

import importlib
import os
import socket
import sys
import threading
import time

import msgspec

from . import serve
from .messages import Opening

if sys.platform != "win32":
    from . import confine


def main(wire_number: int, preload: list[str]) -> None:
    """Warm up, read the opening from the wire, then answer requests."""
    channel = _channel(wire_number)
    import_all(preload)
    opening = msgspec.msgpack.decode(_first_message(channel), type=Opening)
    if sys.platform != "win32":
        confine.close_descriptors({0, 1, 2, channel.fileno()})
        confine.limit(
            memory_mb=opening.bounds.memory_mb,
            file_mb=opening.bounds.output_mb,
            processes=None,  # would count the student's whole desktop
        )
        confine.limit_time(opening.bounds.cpu_seconds)
    leave_with(os.getppid())
    os.chdir(opening.files.folder)
    sys.path.append(opening.files.folder)
    serve.Server(opening.files).serve(channel)


def import_all(names: list[str]) -> None:
    """Import libraries, and keep their bytecode: uv installs none, and each check imports them."""
    kept, sys.dont_write_bytecode = sys.dont_write_bytecode, False
    for name in names:
        try:
            importlib.import_module(name)
        except ImportError:
            continue  # the submission's own import will tell the student
    sys.dont_write_bytecode = kept


def leave_with(parent: int) -> None:
    """End this process when its parent is gone, however that came about."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(1)
        os._exit(0)

    threading.Thread(target=watch, daemon=True).start()


def _channel(number: int) -> socket.socket:
    if sys.platform == "win32":
        return socket.fromshare(sys.stdin.buffer.read(number))
    return socket.socket(fileno=number)


def _first_message(channel: socket.socket) -> bytes:
    size = int.from_bytes(_exactly(channel, 4), "big")
    return _exactly(channel, size)


def _exactly(channel: socket.socket, size: int) -> bytes:
    data = bytearray()
    while len(data) < size:
        chunk = channel.recv(size - len(data))
        if not chunk:
            os._exit(0)
        data += chunk
    return bytes(data)
