"""Inside: one check in a plain process of its own, where there are no namespaces to be had.

Nothing that it imports is POSIX-only, so that it runs on Windows and macOS too.
"""

import os
import socket
import sys
import threading
import time

import msgspec

from . import limits, serve
from .door import exactly, knock
from .libraries import import_all
from .messages import Opening

_PATIENCE = 1.0  # for the judge to end this process itself


def main(port: int, preload: list[str]) -> None:
    """Warm up, read the opening from the wire, then answer requests."""
    channel = knock(port)
    warm_up(preload)
    opening = _opening(channel)
    bounds = opening.bounds
    limits.limit(
        memory_mb=bounds.memory_mb,
        file_mb=bounds.output_mb,
        processes=None,  # would count the student's whole desktop
    )
    limits.limit_time(bounds.cpu_seconds)
    limits.look_after(cpu_seconds=bounds.cpu_seconds, file_mb=bounds.output_mb)
    threading.Thread(target=_leave_with_the_judge, args=(channel,), daemon=True).start()
    os.chdir(opening.files.folder)
    sys.path.append(opening.files.folder)
    serve.Server(opening.files).serve(channel)


def warm_up(names: list[str]) -> None:
    """Import libraries, and keep their bytecode: uv installs none, and each check imports them."""
    kept, sys.dont_write_bytecode = sys.dont_write_bytecode, False
    import_all(names)
    sys.dont_write_bytecode = kept


def _opening(channel: socket.socket) -> Opening:
    size = int.from_bytes(exactly(channel, 4), "big")
    data = exactly(channel, size)
    if not size or len(data) < size:
        os._exit(0)  # the judge is gone
    return msgspec.msgpack.decode(data, type=Opening)


def _leave_with_the_judge(channel: socket.socket) -> None:
    """End this process when the judge's end of the wire is gone, however that came about."""
    try:
        while channel.recv(1, socket.MSG_PEEK):
            time.sleep(_PATIENCE)
    except OSError:
        pass
    time.sleep(_PATIENCE)
    os._exit(0)
