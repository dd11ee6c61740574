"""Inside: the limits that a process has of its own, wherever it runs.

The kernel keeps them where Python can ask it to. On a system without such limits (Windows) a
thread of the process looks instead: at its time and at what it has printed, not at its memory.
"""

import contextlib
import math
import os
import threading
import time
from importlib.util import find_spec

KERNEL_LIMITS = find_spec("resource") is not None  # not on Windows
if KERNEL_LIMITS:
    import resource

# What a process that ends itself says, as a shell writes SIGXCPU and SIGXFSZ.
OUT_OF_TIME, TOO_MUCH_OUTPUT = 128 + 24, 128 + 25
_LOOK_SECONDS = 0.05


def limit(*, memory_mb: int, file_mb: int, processes: int | None) -> None:
    """Set the limits the kernel keeps for each process, but for its time."""
    megabyte = 1 << 20
    wanted: list[tuple[str, int, int]] = [
        ("RLIMIT_AS", memory_mb * megabyte, memory_mb * megabyte),
        ("RLIMIT_FSIZE", file_mb * megabyte, file_mb * megabyte),
        ("RLIMIT_CORE", 0, 0),
        ("RLIMIT_NOFILE", 256, 256),
        ("RLIMIT_MEMLOCK", 0, 0),
        ("RLIMIT_MSGQUEUE", 0, 0),
    ]
    if processes is not None:
        wanted.append(("RLIMIT_NPROC", processes, processes))
    for name, soft, hard in wanted:
        _limit(name, soft, hard)


def limit_time(cpu_seconds: float) -> None:
    """Set how long this process may compute from now on."""
    cpu = math.ceil(cpu_seconds + time.process_time())  # what warming up took is not the student's
    _limit("RLIMIT_CPU", cpu, cpu + 1)


def _limit(name: str, soft: int, hard: int) -> None:
    number = getattr(resource, name, None) if KERNEL_LIMITS else None
    if number is None:
        return
    _soft, ceiling = resource.getrlimit(number)
    if ceiling != resource.RLIM_INFINITY:
        soft, hard = min(soft, ceiling), min(hard, ceiling)
    # macOS refuses some; the parent's clock still holds
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(number, (soft, hard))


def look_after(*, cpu_seconds: float, file_mb: int) -> None:
    """End this process from a thread of its own when it goes too far, where no kernel does."""
    if not KERNEL_LIMITS:
        allowed = cpu_seconds + time.process_time()
        threading.Thread(target=_watch, args=(allowed, file_mb << 20), daemon=True).start()


def _watch(cpu_seconds: float, most: int) -> None:
    while True:
        time.sleep(_LOOK_SECONDS)
        if time.process_time() > cpu_seconds:
            os._exit(OUT_OF_TIME)
        with contextlib.suppress(OSError):  # it closed its output
            if os.fstat(1).st_size >= most:
                os._exit(TOO_MUCH_OUTPUT)
