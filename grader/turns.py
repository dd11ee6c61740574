"""Sharing a machine: submissions are graded side by side, but one may ask to have it alone.

A check that ran out of time by the clock may have waited for others, and what a machine refused it
may give a moment later. It is graded again while nothing else is, so that a busy machine never
costs a point. File locks, because the processes
that share the machine need not know of each other; where there are none, nobody waits.
"""

import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path

from grader.machine import processors

CAN_LOCK = find_spec("fcntl") is not None  # not on Windows

_LOAD_SECONDS = 30  # the load is a mean over a minute: of less it knows too little
_PROBE_SECONDS = 0.2  # two periods of the quota that a container may have


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


def may_have_starved(seconds: float) -> bool:
    """Tell whether what ended now, after so many seconds, may have waited for a processor.

    It has not when the load was below half of the processors, so that a submission that only
    sleeps does not keep a large machine for itself. In doubt the answer is yes: after a short
    time, and where there is no load to ask for.
    """
    try:
        load = os.getloadavg()[0]
    except (AttributeError, OSError):  # the first on Windows
        return True
    return seconds < _LOAD_SECONDS or load > processors() / 2 or _is_rationed()


def _is_rationed() -> bool:
    """Tell whether computing takes longer than it should: the load knows nothing of quotas."""
    begun, used = time.perf_counter(), time.thread_time()
    while time.thread_time() - used < _PROBE_SECONDS:
        pass
    return time.perf_counter() - begun > 1.5 * _PROBE_SECONDS


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
    with suppress(OSError):
        folder = Path(tempfile.gettempdir()) / f"grade-turns-{os.getuid()}"
        folder.mkdir(mode=0o700, exist_ok=True)
        if folder.lstat().st_uid == os.getuid():  # else it is somebody's trap
            return os.open(folder / name, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    return None
