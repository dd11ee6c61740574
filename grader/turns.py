"""Sharing a machine: submissions are graded side by side, but one may ask to have it alone.

A check that ran out of time by the clock may have waited for others. It is graded again while
nothing else is, so that a busy machine never costs a point. File locks, because the processes
that share the machine need not know of each other; where there are none, nobody waits.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from platformdirs import user_cache_path

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]


def _folder() -> Path:
    return user_cache_path("deepgrade")


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
    lock = _opened(_folder() / f"{name}.lock")
    if lock is None or fcntl is None:
        yield
        return
    try:
        fcntl.flock(lock, fcntl.LOCK_EX if alone else fcntl.LOCK_SH)
        yield
    finally:
        os.close(lock)


def _opened(path: Path) -> int | None:
    """Return a descriptor of the file, or None where the home cannot be written to."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    return None
