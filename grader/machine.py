"""What this machine has, and what it refuses, in words: room, open files, processes, memory.

None of that is anybody's fault, least of all a student's, so each comes with what to do about it.
"""

import errno
import os
import random
import threading
from contextlib import ExitStack, suppress

from grader.errors import GraderError, SandboxError
from grader.language import gettext as _

_NO_ROOM = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
_NO_FILES = {errno.EMFILE, errno.ENFILE}


_before_kept: set[int] = set()  # where this process ran before it was kept to one processor


def processors() -> int:
    """Return how many processors this process may use, or might before it was kept to one."""
    if hasattr(os, "sched_getaffinity"):
        return len(_before_kept or os.sched_getaffinity(0))
    return os.cpu_count() or 1


def one_each(count: int) -> list[int]:
    """Return a processor for each of `count` processes, or none where some would be left over.

    In no order: pools with little to do would meet on the first.
    """
    if not hasattr(os, "sched_getaffinity") or count < processors():
        return []  # who else has work here would be kept to the same
    return random.sample(sorted(os.sched_getaffinity(0)), processors())


def keep_to(processor: int) -> None:
    """Run this process and what it will start on one processor only."""
    with suppress(OSError):  # it may have been taken away meanwhile
        before = os.sched_getaffinity(0)
        os.sched_setaffinity(0, {processor})
        _before_kept.update(before)


def roam() -> bool:
    """Run on any processor again, and tell whether this process was kept to one."""
    if not _before_kept:
        return False
    with suppress(OSError):
        os.sched_setaffinity(0, _before_kept)
    _before_kept.clear()
    return True


def refusal(error: BaseException) -> str | None:
    """Say what the machine refused and what to do, or None where the error is another."""
    match error:
        case MemoryError() | OSError(errno=errno.ENOMEM):
            return _(
                "This machine has no memory left. End other programs, or grade fewer submissions "
                "at once (--jobs 1), and run the command again."
            )
        case RuntimeError() if "new thread" in str(error):
            return _no_processes()
        case OSError(errno=errno.EAGAIN):
            return _no_processes()
        case OSError(errno=number) if number in _NO_FILES:
            return _(
                "This machine allows no more open files. Raise the limit (ulimit -n), or grade "
                "fewer submissions at once (--jobs 1), and run the command again."
            )
        case OSError(errno=number) if number in _NO_ROOM:
            return _(
                "There is no room left on the disk{place}. Make room and run it again."
            ).format(place=f" ({error.filename})" if error.filename else "")
        case FileNotFoundError(filename=None):
            return _no_folder()
    return None


def not_started(reason: object) -> SandboxError:
    """Return the error with which nothing is graded where no worker can be started."""
    if isinstance(reason, BaseException) and (said := refusal(reason)):
        return SandboxError(said)
    return SandboxError(
        _(
            "A worker did not start: {reason}. Perhaps this machine is very busy: try again. "
            "`grade doctor` says what works here."
        ).format(reason=str(reason).rstrip("."))
    )


def _no_processes() -> str:
    return _(
        "This machine allows no more processes. End some, raise the limit (ulimit -u), or grade "
        "fewer submissions at once (--jobs 1), and run the command again."
    )


def _no_folder() -> str:
    """Say which folder is missing that nobody named."""
    try:
        os.getcwd()  # noqa: PTH109 - only whether there is one
    except FileNotFoundError:
        return _("The folder you are in is gone. Go to the course's folder and run it again.")
    return _(
        "There is no folder for temporary files. Set TMPDIR to a folder that you may write to, "
        "and run the command again."
    )


def refuse_too_few_files(count: int) -> None:
    """Try how many more files may be open here.

    What a pool starts processes with ends with a traceback when it comes to that limit.

    Raises
    ------
    OSError
        When there are too few.
    """
    with ExitStack() as opened:
        for _number in range(count):
            opened.enter_context(open(os.devnull))  # noqa: PTH123 - no file of ours


def refuse_too_few_threads(count: int) -> None:
    """Try how many threads may be started here: processes are counted with them.

    A pool of processes that comes to that limit later waits forever for its own threads.

    Raises
    ------
    GraderError
        When there are too few.
    """
    enough = threading.Event()
    started: list[threading.Thread] = []
    try:
        for _number in range(count):
            thread = threading.Thread(target=enough.wait)
            thread.start()
            started.append(thread)
    except RuntimeError as error:
        raise GraderError(refusal(error)) from None
    finally:
        enough.set()
        for thread in started:
            thread.join()
