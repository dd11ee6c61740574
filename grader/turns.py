"""Sharing a machine: submissions are graded side by side, but one may ask to have it alone.

A check that ran out of time by the clock may have waited for others. It is graded again while
nothing else is, so that a busy machine never costs a point. File locks, because the processes
that share the machine need not know of each other; where there are none, nobody waits.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path

CAN_LOCK = find_spec("fcntl") is not None  # not on Windows


@contextmanager
def shared() -> Iterator[None]:
    """Grade beside others."""
    with _held("gate", alone=False):  # who waits to be alone keeps newcomers out
        pass
    with _held("machine", alone=False):
        yield


@contextmanager
def alone() -> Iterator[None]:
    """Grade when the others have ended what they do, and before they go on."""
    with _held("gate", alone=True), _held("machine", alone=True):
        yield


@contextmanager
def _held(name: str, *, alone: bool) -> Iterator[None]:
    lock = _opened(f"{name}.lock") if CAN_LOCK else None
    if lock is None:
        yield
        return
    import fcntl  # noqa: PLC0415 - not everywhere

    try:
        fcntl.flock(lock, fcntl.LOCK_EX if alone else fcntl.LOCK_SH)
        yield
    finally:
        os.close(lock)


def _opened(name: str) -> int | None:
    """Return a descriptor of a lock of this user on this machine, or None where none can be.

    Not in the home: that may be shared by many machines.
    """
    folder = Path(tempfile.gettempdir()) / f"grade-turns-{os.getuid()}"
    with suppress(OSError):
        folder.mkdir(mode=0o700, exist_ok=True)
        if folder.lstat().st_uid == os.getuid():  # else it is somebody's trap
            return os.open(folder / name, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    return None
